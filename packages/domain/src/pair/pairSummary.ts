import * as z from "zod";
import { monthsOf, planOf } from "../checkpoint.ts";
import { earliest } from "../earliest.ts";
import {
  type Activity,
  fileTaskSides,
  lastDayOfPair,
  type Pair,
  type PairMember,
  pairStatuses,
} from "../pair.ts";
import type { PairRules } from "./ground.ts";
import { mentorlessRanges } from "./mentorless.ts";
import { fileFactsOf } from "./pairFile.ts";
import { pairStepsOf } from "./pairSteps.ts";

const waitingSchema = z.tuple([z.int(), z.string()]);
/** Number, name, code and name of the unit, code of the branch. */
const memberRowSchema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);

/** What lists and to-dos read of a pair: derived from the record at every commit, never from the day; no rule reads it. */
export const pairSummarySchema = z.object({
  mentor: memberRowSchema,
  apprentice: memberRowSchema,
  leading: z.enum(["mentor", "apprentice"]),
  focus: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.enum(pairStatuses),
  /** Parts of the contract that lack, and due dates of months without an entry. */
  lacks: z.array(z.enum(["agreement", "goals", "plan"])),
  waits: z.array(z.string()),
  /** Ranges without anybody who leads. */
  gaps: z.array(z.tuple([z.string(), z.string()])),
  /** Activities that wait for the other one's word. */
  unconfirmed: z.int(),
  /** The same by who has to say it, each with the day of the oldest. */
  confirm: z.object({ mentor: waitingSchema, apprentice: waitingSchema }).partial().default({}),
  /** The day on which it was planned. */
  planned: z.string().default(""),
  /** Steps that are not done and no month's: kind, the day on which it opens, the day on which it is due. */
  open: z.array(z.tuple([z.enum(["mid-term", "final-test"]), z.string(), z.string()])).default([]),
  /** Activities of each month of the term, from the first on. */
  counts: z.array(z.int()).default([]),
  /** Kind of an activity that is entered in one line: the first of the scheme. */
  kind: z.string().default("session"),
  /** Grade of the last final test, and whether it passed. */
  grade: z.tuple([z.string(), z.boolean()]).optional(),
  /** Who was asked to complete the file, and by when. */
  assigned: z.tuple([z.enum(fileTaskSides), z.string(), z.string()]).optional(),
  /** The pair that was handed over to this one. */
  follows: z.string().optional(),
  next: z.string().optional(),
});
export type PairSummary = z.infer<typeof pairSummarySchema>;

/** Derives the summary of a pair from the record, its scheme and the calendar; `steps` is what it does by itself. */
export function pairSummaryOf(pair: Pair, rules: PairRules, steps = pairStepsOf(pair, rules)): PairSummary {
  const { leading, focus, term, status, activities } = pair;
  const { lacks, waits } = fileFactsOf(pair, rules.scheme);
  const next = earliest(steps)?.on;
  return {
    mentor: memberRow(pair.mentor),
    apprentice: memberRow(pair.apprentice),
    leading,
    focus,
    from: term.from,
    to: lastDayOfPair(pair),
    status,
    lacks: [...lacks],
    waits: [...waits],
    gaps: mentorlessRanges(pair).map(({ from, to }) => [from, to]),
    unconfirmed: activities.filter(isUnconfirmed).length,
    confirm: confirmOf(activities),
    planned: pair.planned.on,
    open: openSteps(pair, rules),
    counts: monthsOf({ from: term.from, to: lastDayOfPair(pair) }).map(
      (month) => activities.filter(({ on }) => on.startsWith(month)).length,
    ),
    kind: rules.scheme.activityKinds[0]?.key ?? "session",
    ...gradeOf(pair),
    ...(pair.fileTask && { assigned: [pair.fileTask.side, pair.fileTask.dueOn, pair.fileTask.set.on] }),
    ...(pair.continues?.how === "hand-over" && { follows: pair.continues.pairId }),
    ...(next !== undefined && { next }),
  };
}

function memberRow({ officer, unit, branch }: PairMember): z.infer<typeof memberRowSchema> {
  return [officer.serviceNumber, officer.name, unit.code, unit.name, branch.code];
}

function isUnconfirmed({ side, confirmed }: Activity): boolean {
  return side !== "unit" && !confirmed;
}

/** What one entered waits for the other. */
function confirmOf(activities: readonly Activity[]): PairSummary["confirm"] {
  const waits = (by: Activity["side"]) =>
    activities.filter((each) => each.side === by && isUnconfirmed(each)).map(({ recorded }) => recorded.on);
  const oldest = (dates: string[]): [number, string] => [dates.length, dates.toSorted()[0] ?? ""];
  const [forApprentice, forMentor] = [waits("mentor"), waits("apprentice")];
  return {
    ...(forMentor.length > 0 && { mentor: oldest(forMentor) }),
    ...(forApprentice.length > 0 && { apprentice: oldest(forApprentice) }),
  };
}

function openSteps({ checkpoints }: Pair, { scheme }: PairRules): PairSummary["open"] {
  return checkpoints.flatMap(({ key, state, opensOn, dueOn }): PairSummary["open"] => {
    const { kind } = planOf(scheme, key);
    const isOpen = kind !== "month" && state !== "done" && state !== "dropped" && state !== "missed";
    return isOpen ? [[kind, opensOn, dueOn]] : [];
  });
}

function gradeOf({ tests }: Pair): Pick<PairSummary, "grade"> {
  const last = tests.at(-1);
  return last ? { grade: [last.grade, last.isPassed] } : {};
}
