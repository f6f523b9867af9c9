import * as z from "zod";
import { isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import { addMonths, laterOf } from "../calendarDate.ts";
import { hashOf } from "../event.ts";
import { lastDayOfPair, memberSides, type Objection, type Pair } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { isMember, sideOf } from "./actOn.ts";
import { decidersOf, type PairChange, type PairGround } from "./ground.ts";
import { pairTextNames, wordsSchema } from "./words.ts";

export const objectionInputSchema = z.object({ words: wordsSchema });
export const objectionDecisionSchema = z.object({
  outcome: z.enum(["upheld", "dismissed"]),
  reason: z.string().trim().min(1).max(300),
  /** The grade that stands instead, where the objection is about one. */
  grade: z.string().min(1).max(24).optional(),
});
export type ObjectionDecision = z.infer<typeof objectionDecisionSchema>;

/** A pair that somebody ended, or that ran to its end. */
const over: readonly Pair["status"][] = [
  "completed",
  "completed-early",
  "dissolved",
  "failed",
  "handed-over",
];

/**
 * Last day on which either of the two may object: months of the scheme after the last day, or after the day on which the
 * outcome was entered where that came later. Undefined while the pair runs, and where the scheme gives no window.
 */
export function objectionsUntil(pair: Pair, { objectionMonths }: PairScheme): string | undefined {
  if (!over.includes(pair.status) || objectionMonths === 0) return undefined;
  const decidedOn = pair.ended?.on ?? pair.tests.at(-1)?.entered.on ?? pair.term.from;
  return addMonths(laterOf(lastDayOfPair(pair), decidedOn), objectionMonths);
}

/** One of the two objects to how the pair ended, once and within the window. */
export function objectToPair(
  ground: PairGround,
  { words }: z.infer<typeof objectionInputSchema>,
): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  if (!may(actor, "object-to-pair", decidersOf(pair))) return refuse("forbidden");
  const side = memberSides.find((each) => each === sideOf(pair, actor, pair.term.from));
  if (!side) return refuse("forbidden");
  const until = objectionsUntil(pair, scheme);
  if (until === undefined) return refuse("pair-not-over");
  if (today > until) return refuse("objection-too-late", undefined, { to: until });
  const objections = pair.objections ?? [];
  if (objections.some((each) => each.side === side)) return refuse("objection-made");
  const text = { words };
  const made = { side, made: { by: signature(actor), on: today }, words: hashOf(text) };
  return accept({
    after: { ...pair, objections: [...objections, made] },
    event: { type: "pair.objected", change: { side, words: made.words } },
    texts: [{ name: pairTextNames.objection, id: side, text }],
  });
}

/**
 * Decides an objection: not one of the two, and nobody who planned, approved, tested or ended the pair
 * (`same-person-decides`). Upheld against a grade, another grade stands: a pair that had failed is then completed.
 */
export function decideObjection(
  ground: PairGround,
  about: string,
  { outcome, reason, grade }: ObjectionDecision,
): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  const found = pair.objections?.find(({ side }) => side === about);
  if (!found) return refuse("no-objection");
  const refused = refusedDecision(ground);
  if (refused) return refused;
  if (found.decided) return refuse("objection-decided");
  const isUpheld = outcome === "upheld";
  const known = scheme.grades.find(({ key }) => key === grade);
  if (grade !== undefined && (!known || !isUpheld || pair.tests.length === 0))
    return refuse(known ? "grade-not-objected" : "unknown-grade", "grade");
  const by = { by: signature(actor), on: today };
  const last = pair.tests.at(-1);
  const tests =
    known && last
      ? [...pair.tests, { grade: known.key, isPassed: known.isPass, on: last.on, entered: by }]
      : pair.tests;
  const isEarly = lastDayOfPair(pair) < pair.term.to;
  const status =
    pair.status === "failed" && known?.isPass ? (isEarly ? "completed-early" : "completed") : pair.status;
  const decided = { ...by, isUpheld, reason, ...(grade !== undefined && { grade }) };
  const objections = (pair.objections ?? []).map((each) => (each === found ? { ...each, decided } : each));
  return accept({
    after: { ...pair, status, tests, objections },
    event: {
      type: "pair.objection-decided",
      change: { side: found.side, isUpheld, status, ...(grade !== undefined && { grade }) },
    },
  });
}

/** The decision that gave a grade, where an upheld objection changed it; undefined where a tester did. */
export function decisionOfGrade(
  { objections = [] }: Pick<Pair, "objections">,
  { grade, entered }: Pair["tests"][number],
): NonNullable<Objection["decided"]> | undefined {
  return objections
    .flatMap(({ decided }) => decided ?? [])
    .find((each) => each.grade === grade && each.on === entered.on && each.by.id === entered.by.id);
}

function refusedDecision({ pair, actor }: PairGround): Refused | undefined {
  if (!may(actor, "decide-objection", decidersOf(pair))) return refuse("forbidden");
  if (isMember(pair, actor)) return refuse("own-case");
  const decided = [
    pair.planned.by,
    pair.approved?.by,
    pair.ended?.by,
    ...pair.tests.map(({ entered }) => entered.by),
  ];
  return isSamePerson(actor, ...decided) ? refuse("same-person-decides") : undefined;
}
