import * as z from "zod";
import { signature } from "../actor.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import { doneCheckpoint } from "../checkpoint.ts";
import { hashOf } from "../event.ts";
import { type Activity, lastDayOfPair, type Pair } from "../pair.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { refusedEntry, sideOf } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { wordsSchema } from "./words.ts";

export const activityInputSchema = z.object({
  on: calendarDateSchema,
  kind: z.string().min(1).max(24),
  minutes: z.int().positive().max(1440).optional(),
  evidence: z.string().trim().min(1).max(60).optional(),
  /** What the apprentice learned, and what the mentor did: one of them at least. */
  learned: wordsSchema.optional(),
  mentorLearned: wordsSchema.optional(),
});
const { learned, mentorLearned } = activityInputSchema.shape;
/** The words of an activity, which stand beside the record. */
export const activityWordsSchema = z.object({ learned, mentorLearned });
export type ActivityWords = z.infer<typeof activityWordsSchema>;
export type ActivityInput = z.infer<typeof activityInputSchema>;

/** The words of an activity beside the record, by its id. */
export const activityTextName = "ACTIVITY";
/** Five a month; the record stays below 20 kB. */
const mostActivities = 60;

/**
 * Enters what the two did on a day of the term. The entry closes its month; what one of them enters waits for the other
 * one's word, what a unit enters does not.
 */
export function recordActivity(ground: PairGround, input: ActivityInput): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const refused = refusedEntry(ground, "record-activity") ?? refusedFacts(ground, input);
  if (refused) return refused;
  const { learned, mentorLearned, ...facts } = input;
  const text = { ...(learned && { learned }), ...(mentorLearned && { mentorLearned }) };
  const id = `v${pair.activities.length + 1}`;
  const side = sideOf(pair, actor, input.on);
  const activity: Activity = {
    ...facts,
    id,
    side,
    recorded: { by: signature(actor), on: today },
    words: hashOf(text),
  };
  const { on, kind, minutes } = facts;
  return accept({
    after: {
      ...pair,
      activities: [...pair.activities, activity],
      checkpoints: closedMonth(pair, on.slice(0, 7), today),
    },
    event: {
      type: "pair.activity-recorded",
      change: { activityId: id, on, kind, side, ...(minutes !== undefined && { minutes }) },
    },
    texts: [{ name: activityTextName, id, text }],
  });
}

function refusedFacts({ pair, scheme, today }: PairGround, input: ActivityInput): Refused | undefined {
  const from = pair.term.from;
  const to = lastDayOfPair(pair);
  if (input.on < from || input.on > to) return refuse("activity-outside-term", "on", { from, to });
  if (input.on > today) return refuse("in-the-future", "on", { today });
  if (!scheme.activityKinds.some(({ key }) => key === input.kind))
    return refuse("unknown-activity-kind", "kind");
  if (!input.learned && !input.mentorLearned) return refuse("required", "learned");
  return pair.activities.length < mostActivities
    ? undefined
    : refuse("too-many-activities", undefined, { limit: mostActivities });
}

/** A month that ran out stays missed: the entry stands in the file, and late. */
function closedMonth({ checkpoints }: Pair, month: string, today: string): Pair["checkpoints"] {
  return checkpoints.map((each) =>
    each.key === `month.${month}` && ["planned", "open", "late"].includes(each.state)
      ? doneCheckpoint(each, today)
      : each,
  );
}

/** The other of the two says that it was so; refuses `not-the-other-member`, `activity-confirmed`. */
export function confirmActivity(ground: PairGround, id: string): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const refused = refusedEntry(ground, "confirm-activity");
  if (refused) return refused;
  const found = pair.activities.find((each) => each.id === id);
  if (!found) return refuse("unknown-activity");
  if (found.confirmed || found.side === "unit") return refuse("activity-confirmed");
  const other = found.side === "mentor" ? "apprentice" : "mentor";
  if (sideOf(pair, actor, found.on) !== other) return refuse("not-the-other-member");
  const confirmed = { by: signature(actor), on: today };
  const activities = pair.activities.map((each) => (each === found ? { ...each, confirmed } : each));
  return accept({
    after: { ...pair, activities },
    event: { type: "pair.activity-confirmed", change: { activityId: id } },
  });
}
