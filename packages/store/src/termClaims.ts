import type { ClaimPeriod } from "@dunmiao/domain/claim";
import { numberNow } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { claimedUntil, officerHeld, type Secondment } from "@dunmiao/domain/secondment";
import { loadClaims, planClaims, planRelease } from "./engine/claims.ts";
import type { Store } from "./engine/client.ts";
import { officerClaimKey, postClaimKey } from "./engine/keys.ts";
import type { ClaimChange } from "./engine/writes.ts";

/**
 * Claims follow the term in the same transaction: what a changed secondment holds now and, where a further term begins
 * with the change, what that one holds. Undefined when nothing moves; refused as `officer-busy` or `post-busy`.
 */
export async function movedClaims(
  store: Store,
  before: Secondment,
  { after, further }: { after: Secondment; further?: { after: Secondment } | undefined },
): Promise<Outcome<ClaimChange[] | undefined>> {
  const [was, now] = [heldBy(before), heldBy(after)];
  if (after.status === "withdrawn") return accept(await released(store, before, after));
  if (was.from === now.from && was.to === now.to && !further) return accept(undefined);
  const claims = await loadClaims(store, holderOf(after));
  return planClaims(claims, now, ...(further ? [heldBy(further.after)] : []));
}

/** A term that never began holds no post, and its officer only for days that it leaves behind. */
async function released(store: Store, before: Secondment, after: Secondment) {
  if (before.status === "withdrawn") return undefined;
  const { officer, post } = await loadClaims(store, holderOf(after));
  return planRelease({ officer, post }, after.id).map((each) =>
    each.key.pk === officer.key.pk ? { ...each, periods: shortened(officer.periods, after) } : each,
  );
}

function shortened(periods: readonly ClaimPeriod[], record: Secondment): ClaimPeriod[] {
  const held = officerHeld(record);
  return periods.flatMap((each) => {
    if (each.secondmentId !== record.id) return each;
    return held ? { ...each, ...held } : [];
  });
}

/** The claim items that a secondment stands in, and the period that it holds there: no post once it is withdrawn. */
export function claimsHeld(record: Secondment) {
  const { serviceNumber, station, post } = holderOf(record);
  return {
    officer: { key: officerClaimKey(serviceNumber), period: officerHeld(record) },
    post: {
      key: postClaimKey(station, post),
      period: record.status === "withdrawn" ? undefined : heldBy(record),
    },
  };
}

/** A number that was merged holds nothing: the person is held under the number that stays. */
function holderOf(record: Secondment) {
  const { hostStation, post } = record;
  return { serviceNumber: numberNow(record), station: hostStation.code, post };
}

function heldBy(secondment: Secondment) {
  return { secondmentId: secondment.id, from: secondment.term.from, to: claimedUntil(secondment) };
}
