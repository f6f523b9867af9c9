import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../src/calendarDate.ts";
import { canonical } from "../src/event.ts";
import { recordActivity } from "../src/pair/activities.ts";
import { endPair } from "../src/pair/endPair.ts";
import type { PairChange, PairGround } from "../src/pair/ground.ts";
import { mentorLeaves, mentorReturns, nameSubstitute } from "../src/pair/nameSubstitute.ts";
import { pairSteps } from "../src/pair/pairSteps.ts";
import { pausePair, resumePair } from "../src/pair/pauses.ts";
import { recordTest } from "../src/pair/recordTest.ts";
import { reviewMidTerm } from "../src/pair/reviewMidTerm.ts";
import { statePair } from "../src/pair/statePair.ts";
import { type Pair, pairSchema } from "../src/pair.ts";
import type { Outcome } from "../src/refusal.ts";
import { dueSteps } from "../src/steps.ts";
import { onFileAs, pair, pairGround, pairScheme, people } from "./support/pairs.ts";
import { calendar } from "./support/world.ts";

const first = "2026-03-02";
const lastDay = 460;
type Deed = { day: number; what: keyof typeof deeds; days: number };
const deeds = {
  activity: (at: PairGround) =>
    recordActivity({ ...at, actor: people.mentor }, { on: at.today, kind: "session", learned: "笔录" }),
  midTerm: (at: PairGround) => reviewMidTerm(at, { words: "符合计划" }),
  state: (at: PairGround) => statePair({ ...at, actor: people.apprentice }, { words: "自述" }),
  pass: (at: PairGround) => recordTest(at, { grade: "good", on: at.today }),
  fail: (at: PairGround) => recordTest(at, { grade: "fail", on: at.today }),
  leave: (at: PairGround, to: string) => mentorLeaves(at, { from: at.today, to, why: "leave" }),
  stands: (at: PairGround, to: string) => {
    const input = { from: at.today, to, why: "leave" as const, substitute: "300001" };
    return nameSubstitute(at, input, onFileAs("300001"));
  },
  back: (at: PairGround) => mentorReturns(at, { on: at.today }),
  pause: (at: PairGround, to: string) => pausePair(at, { from: at.today, to, why: "secondment" }),
  resume: (at: PairGround) => resumePair(at, { on: at.today }),
  end: (at: PairGround) => endPair(at, { outcome: "completed", on: at.today }),
} as const satisfies Record<string, (at: PairGround, to: string) => Outcome<PairChange>>;

function swept(of: Pair, today: string): Pair {
  return dueSteps(pairSteps, of, { scheme: pairScheme(), calendar }, today).at(-1)?.after ?? of;
}

/** The year of a pair: deeds in their order, each after what was due, and sweeps on some days besides. */
function yearOf(all: readonly Deed[], sweeps: readonly number[]): Pair {
  const marks = [
    ...all.map((deed) => ({ day: deed.day, deed })),
    ...sweeps.map((day) => ({ day, deed: undefined })),
  ];
  let of = pair({}, { to: "2027-03-01" });
  for (const { day, deed } of marks.toSorted((one, other) => one.day - other.day)) {
    const today = addDays(first, day);
    of = swept(of, today);
    if (!deed) continue;
    const done = deeds[deed.what](pairGround(of, people.station, today), addDays(today, deed.days));
    if (done.ok) of = { ...done.value.after, version: of.version + 1 };
  }
  return { ...swept(of, addDays(first, lastDay)), version: 0 };
}

const day = fc.integer({ min: 0, max: lastDay - 1 });
const deed = fc.record({
  day,
  what: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
  days: fc.integer({ min: 0, max: 120 }),
});

test("however often it is swept, the year of a pair ends in the same record, which its schema takes", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), fc.array(day, { maxLength: 30 }), (all, sweeps) => {
      const unswept = yearOf(all, []);
      expect(canonical(yearOf(all, sweeps))).toBe(canonical(unswept));
      expect(pairSchema.safeParse(unswept).success).toBe(true);
    }),
    { numRuns: 150 },
  );
});
