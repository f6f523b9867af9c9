import type { ClaimPeriod } from "@dunmiao/domain/claim";
import { releasePeriod } from "@dunmiao/domain/claim";
import {
  type ConcurrentPost,
  concurrentPostSchema,
  lastDayOf,
  type PostInput,
} from "@dunmiao/domain/concurrentPost";
import { beginPost, type PostChange } from "@dunmiao/domain/concurrentPost/beginPost";
import type { Officer } from "@dunmiao/domain/officer";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";
import * as z from "zod";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import { loadPlaceClaim } from "./engine/claims.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { type Key, placeClaimKey } from "./engine/keys.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { placeNoun } from "./place.ts";

export const concurrentPostNoun: Noun<ConcurrentPost> = { kind: "post", schema: concurrentPostSchema };
const { officer, ...shown } = concurrentPostSchema.shape;
const rowSchema = z.object({
  officer: officer.pick({ serviceNumber: true, name: true }),
  unit: shown.unit,
  branch: shown.branch,
  place: shown.place,
  role: shown.role,
  from: shown.from,
  to: shown.to,
  ended: z.object({ on: z.iso.date() }).optional(),
  activities: z.int(),
  lastActivityOn: z.iso.date().optional(),
});

/** A concurrent post as lists have it. */
export type PostRow = z.infer<typeof rowSchema> & { id: string };
export type PostOnce = { use: KeyUse; answer: (record: ConcurrentPost) => Answer } | undefined;

/** All concurrent posts, the latest to begin first: one Query on their directory. */
export async function listPosts(store: Store): Promise<PostRow[]> {
  const { rows } = await byKind(store, "post", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary })).toReversed();
}

export function deriveConcurrentPost(post: ConcurrentPost): Derived {
  const { id, unit, branch, place, role, from, to, activities } = post;
  const { serviceNumber, name } = post.officer;
  const last = activities.at(-1);
  const summary = {
    officer: { serviceNumber, name },
    unit,
    ...(branch !== undefined && { branch }),
    place,
    role,
    from,
    to,
    ...(post.ended && { ended: { on: post.ended.on } }),
    activities: activities.length,
    ...(last && { lastActivityOn: last.on }),
  };
  return { summary, index: { directory: { name: "post", sort: `${from}#${id}` } } };
}

/** What an officer holds at a place by this post; undefined where the post ended before it began. */
export function placeHeld(post: ConcurrentPost): ClaimPeriod | undefined {
  const to = lastDayOf(post);
  return to < post.from ? undefined : { secondmentId: post.id, from: post.from, to };
}

function claimantOf(post: Pick<ConcurrentPost, "place" | "role" | "officer">) {
  return { place: post.place.code, role: post.role, serviceNumber: post.officer.serviceNumber };
}

/** The claim item that a post stands in. */
export function placeClaimOf(post: ConcurrentPost): Key {
  return placeClaimKey(claimantOf(post));
}

/** What that item holds. One consistent GetItem. */
export function loadClaimOf(store: Store, post: ConcurrentPost) {
  return loadPlaceClaim(store, claimantOf(post));
}

/**
 * Begins a post of somebody on file at a place of the list, and holds the role there for its days in the same
 * transaction: of two at the same time the second one is `post-held-already`.
 */
export async function createPost(
  acting: Acting,
  input: PostInput,
  given: { id: string; officer: Officer; unit: Unit; once?: PostOnce },
): Promise<Changed<ConcurrentPost>> {
  const { id, officer: of, unit, once } = given;
  const decide = async (): Promise<Outcome<Decided<ConcurrentPost>>> => {
    const claimant = { place: input.place, role: input.role, serviceNumber: of.id };
    const [place, claim] = await Promise.all([
      loadRecord(acting.store, placeNoun, input.place),
      loadPlaceClaim(acting.store, claimant),
    ]);
    if (!place) return refuse("unknown-place", "place", { place: input.place });
    const held = releasePeriod(claim.periods, id);
    const begun = beginPost(input, { id, officer: of, unit, place, held }, acting);
    if (!begun.ok) return begun;
    const { after, event } = begun.value;
    const periods = [...held, { secondmentId: id, from: after.from, to: after.to }];
    const claims = [{ key: claim.key, seen: claim.seen, periods }];
    return accept({ after, event, derive: deriveConcurrentPost, claims });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return create(acting.store, { noun: concurrentPostNoun, id, once, decide }, stamp);
}

/** Runs a rule on a post and commits it: one GetItem and one TransactWriteItems; an end also lets go of the role. */
export async function changePost(
  acting: Acting,
  { id, once }: { id: string; once?: PostOnce },
  rule: (post: ConcurrentPost) => Outcome<PostChange>,
): Promise<Changed<ConcurrentPost>> {
  const decide = async (post: ConcurrentPost): Promise<Outcome<Decided<ConcurrentPost>>> => {
    const outcome = rule(post);
    if (!outcome.ok) return outcome;
    const { after, event } = outcome.value;
    const claims = lastDayOf(after) === lastDayOf(post) ? undefined : [await movedClaim(acting.store, after)];
    return accept({ after, event, derive: deriveConcurrentPost, claims });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: concurrentPostNoun, id, once, decide }, stamp);
}

/** The claim on the role for the days that a post has now. One consistent GetItem. */
async function movedClaim(store: Store, after: ConcurrentPost) {
  const { key, seen, periods } = await loadClaimOf(store, after);
  const held = placeHeld(after);
  return { key, seen, periods: [...releasePeriod(periods, after.id), ...(held ? [held] : [])] };
}
