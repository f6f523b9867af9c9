import { lastDayOf } from "@dunmiao/domain/concurrentPost";
import { endOfMoved } from "@dunmiao/domain/concurrentPost/changePost";
import type { Officer } from "@dunmiao/domain/officer";
import { concurrentPostNoun, deriveConcurrentPost, listPosts, movedClaim } from "./concurrentPost.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, seal } from "./engine/seal.ts";
import type { ClaimChange } from "./engine/writes.ts";
import { unitNoun } from "./unit.ts";

/**
 * The concurrent posts that end because their officer moves to another unit, for the transaction that moves them: the
 * place has nobody from that day on. Nothing is read where the unit stays; else one Query, the unit, and each post.
 */
export async function postsOfMoved(
  acting: Acting,
  { id, homeUnit }: Pick<Officer, "id" | "homeUnit">,
  to: string,
): Promise<{ sealed: Sealed[]; claims: ClaimChange[] }> {
  const ended: { sealed: Sealed[]; claims: ClaimChange[] } = { sealed: [], claims: [] };
  if (homeUnit === to) return ended;
  const { store, today } = acting;
  const own = (await listPosts(store)).filter(
    (row) => row.officer.serviceNumber === id && lastDayOf(row) >= today,
  );
  if (own.length === 0) return ended;
  const unit = (await loadRecord(store, unitNoun, to))?.name ?? to;
  const stamp = stampOf(acting, await acting.calendar.current());
  for (const row of own) {
    const before = await loadRecord(store, concurrentPostNoun, row.id);
    const change = before && endOfMoved(before, unit, acting);
    if (!before || !change) continue;
    const noun = concurrentPostNoun;
    ended.sealed.push(seal({ noun, before, ...change, derive: deriveConcurrentPost }, stamp));
    ended.claims.push(await movedClaim(store, change.after));
  }
  return ended;
}
