import { numberNow } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { claimedUntil, type Secondment } from "@dunmiao/domain/secondment";
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

/** A term that never began holds nothing. */
async function released(store: Store, before: Secondment, after: Secondment) {
  if (before.status === "withdrawn") return undefined;
  return planRelease(await loadClaims(store, holderOf(after)), after.id);
}

/** The claim items that a secondment stands in, and the period that it holds there: none once it is withdrawn. */
export function claimsHeld(record: Secondment) {
  const { serviceNumber, station, post } = holderOf(record);
  const keys = { officer: officerClaimKey(serviceNumber), post: postClaimKey(station, post) };
  return { keys, period: record.status === "withdrawn" ? undefined : heldBy(record) };
}

/** A number that was merged holds nothing: the person is held under the number that stays. */
function holderOf(record: Secondment) {
  const { hostStation, post } = record;
  return { serviceNumber: numberNow(record), station: hostStation.code, post };
}

function heldBy(secondment: Secondment) {
  return { secondmentId: secondment.id, from: secondment.term.from, to: claimedUntil(secondment) };
}
