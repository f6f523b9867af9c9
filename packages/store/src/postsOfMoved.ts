import { type ClaimPeriod, releasePeriod } from "@dunmiao/domain/claim";
import { type ConcurrentPost, lastDayOf } from "@dunmiao/domain/concurrentPost";
import { endOfMoved, renumberPost } from "@dunmiao/domain/concurrentPost/changePost";
import type { Officer } from "@dunmiao/domain/officer";
import {
  concurrentPostNoun,
  deriveConcurrentPost,
  listPosts,
  loadClaimOf,
  placeClaimOf,
  placeHeld,
} from "./concurrentPost.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, seal } from "./engine/seal.ts";
import type { ClaimChange } from "./engine/writes.ts";
import { unitNoun } from "./unit.ts";

type Claims = Map<string, ClaimChange>;
type Ended = { sealed: Sealed[]; claims: ClaimChange[] };

/**
 * The concurrent posts that end because their officer moves to another unit, for the transaction that moves them: the
 * place has nobody from that day on. Nothing is read where the unit stays; else one Query, the unit, and each post.
 */
export async function postsOfMoved(
  acting: Acting,
  { id, homeUnit }: Pick<Officer, "id" | "homeUnit">,
  to: string,
): Promise<Ended> {
  const ended: Ended = { sealed: [], claims: [] };
  const claims: Claims = new Map();
  if (homeUnit === to) return ended;
  const { store, today } = acting;
  const own = (await listPosts(store)).filter(
    (row) => row.officer.serviceNumber === id && row.unit.code !== to && lastDayOf(row) >= today,
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
    await hold(store, claims, change.after, placeHeld(change.after));
  }
  ended.claims.push(...claims.values());
  return ended;
}

/**
 * The concurrent posts of a number that is merged into another one, under the number that stays; where that one is of
 * another unit, those that are not over end. What both held at one place on the same days stands.
 */
export async function postsOfMerged(
  acting: Acting,
  { id, homeUnit }: Officer,
  into: Officer,
): Promise<Ended> {
  const { store } = acting;
  const own = (await listPosts(store)).filter((row) => row.officer.serviceNumber === id);
  const stamp = stampOf(acting, await acting.calendar.current());
  const ended: Ended = { sealed: [], claims: [] };
  if (own.length === 0) return ended;
  const { id: serviceNumber, name, sex, birthMonth, kind } = into;
  const unit = (await loadRecord(store, unitNoun, into.homeUnit))?.name ?? into.homeUnit;
  const claims: Claims = new Map();
  for (const row of own) {
    const before = await loadRecord(store, concurrentPostNoun, row.id);
    if (!before) continue;
    const renumbered = renumberPost(before, { serviceNumber, name, sex, birthMonth, kind });
    const isMoved = into.homeUnit !== homeUnit && into.homeUnit !== before.unit.code;
    const end = isMoved ? endOfMoved(renumbered.after, unit, acting) : undefined;
    const earlier = end && [{ ...renumbered, actor: acting.actor }];
    const change = end ?? renumbered;
    const noun = concurrentPostNoun;
    ended.sealed.push(seal({ noun, before, ...change, earlier, derive: deriveConcurrentPost }, stamp));
    await hold(store, claims, before, undefined);
    await hold(store, claims, change.after, placeHeld(change.after));
  }
  ended.claims.push(...claims.values());
  return ended;
}

/** What a post holds from now on, in the one write of its claim: several posts may stand in it. */
async function hold(store: Store, claims: Claims, post: ConcurrentPost, held: ClaimPeriod | undefined) {
  const { key, seen, periods } = claims.get(placeClaimOf(post).pk) ?? (await loadClaimOf(store, post));
  claims.set(key.pk, { key, seen, periods: [...releasePeriod(periods, post.id), ...(held ? [held] : [])] });
}
