import type { ClaimPeriod } from "@dunmiao/domain/claim";
import type { Secondment } from "@dunmiao/domain/secondment";
import { secondmentId } from "@dunmiao/domain/term/planSecondment";
import { loadClaims } from "./engine/claims.ts";
import type { Store } from "./engine/client.ts";

/** The terms before and after one at its post, of other officers; further terms of the same officer are passed over. */
export type PostChain = { predecessorId?: string; successorId?: string };

/** Who held the post before and who holds it next: one GetItem on the claim of the post. */
export async function loadPostChain(store: Store, record: Secondment): Promise<PostChain> {
  const { officer, hostStation, post } = record;
  const holder = { serviceNumber: officer.serviceNumber, station: hostStation.code, post };
  const claims = await loadClaims(store, holder, { officer: false, post: true });
  return neighbours(claims.post.periods, record);
}

/** The periods next to a record's own; they are in order of their first days. */
export function neighbours(
  periods: readonly ClaimPeriod[],
  record: Pick<Secondment, "cohortId" | "officer" | "term">,
): PostChain {
  const first = secondmentId(record.cohortId, record.officer.serviceNumber);
  const others = periods.filter(({ secondmentId: id }) => id !== first && !isFurtherTerm(id, first));
  const before = others.findLast(({ from }) => from < record.term.from);
  const after = others.find(({ from }) => from > record.term.from);
  return {
    ...(before && { predecessorId: before.secondmentId }),
    ...(after && { successorId: after.secondmentId }),
  };
}

function isFurtherTerm(id: string, first: string): boolean {
  return id.startsWith(`${first}-x`) && /^\d+$/.test(id.slice(first.length + 2));
}
