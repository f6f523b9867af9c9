import type * as z from "zod";
import { type Actor, signature } from "../actor.ts";
import { addDays, earlierOf, laterOf } from "../calendarDate.ts";
import {
  type activityInputSchema,
  type ConcurrentPost,
  lastDayOf,
  mostActivities,
  type postEndInputSchema,
} from "../concurrentPost.ts";
import type { OfficerSnapshot } from "../officer.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { PostChange } from "./beginPost.ts";

type ActorOn = { readonly actor: Actor; readonly today: string };

/** Notes what was done at the place, on a day of the post that is not still to come. */
export function addActivity(
  post: ConcurrentPost,
  { on, line }: z.infer<typeof activityInputSchema>,
  { actor, today }: ActorOn,
): Outcome<PostChange> {
  if (on > today) return refuse("in-the-future", "on", { today });
  const to = earlierOf(lastDayOf(post), today);
  if (on < post.from || to < on) return refuse("activity-outside-post", "on", { from: post.from, to });
  if (post.activities.length >= mostActivities)
    return refuse("too-many-post-activities", undefined, { limit: mostActivities });
  const activities = [...post.activities, { on, line, by: signature(actor) }].toSorted(byDay);
  return accept({
    after: { ...post, activities },
    event: { type: "post.activity-added", change: { on, line } },
  });
}

/**
 * Ends a post before its last day: `on` is the last day that still counts, never before something that was noted of it,
 * and the day before its first where it never began. Once: an end stands.
 */
export function endPost(
  post: ConcurrentPost,
  { on, reason }: z.infer<typeof postEndInputSchema>,
  { actor, today }: ActorOn,
): Outcome<PostChange> {
  if (post.ended) return refuse("post-ended", undefined, { on: post.ended.on });
  const dayBefore = addDays(post.from, -1);
  const bounds = { from: post.activities.at(-1)?.on ?? dayBefore, to: addDays(post.to, -1) };
  if (on < bounds.from || bounds.to < on) return refuse("end-outside-post", "on", bounds);
  const ended = { on, reason, by: signature(actor), recordedOn: today };
  return accept({ after: { ...post, ended }, event: { type: "post.ended", change: { on, reason } } });
}

/** The post of a number that was merged is the person's, under the number that stays. */
export function renumberPost(post: ConcurrentPost, into: OfficerSnapshot): PostChange {
  const change = { from: post.officer.serviceNumber, into: into.serviceNumber };
  return { after: { ...post, officer: into }, event: { type: "post.number-merged", change } };
}

/**
 * Ends a post whose officer moves to another unit today: yesterday is its last day, or the day of what was noted of it
 * since; one still to come never begins. Undefined where it is over, or ends by then anyway.
 */
export function endOfMoved(
  post: ConcurrentPost,
  unit: string,
  { actor, today }: ActorOn,
): PostChange | undefined {
  if (post.ended || post.to < today) return undefined;
  const last = laterOf(post.activities.at(-1)?.on ?? "", addDays(today, -1));
  const on = post.from > today ? addDays(post.from, -1) : last;
  if (on >= post.to) return undefined;
  const said = { on, reason: unit, because: "moved" as const };
  const ended = { ...said, by: signature(actor), recordedOn: today };
  return { after: { ...post, ended }, event: { type: "post.ended", change: said } };
}

function byDay(one: { on: string }, other: { on: string }): number {
  return one.on < other.on ? -1 : Number(one.on > other.on);
}
