import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absenceClasses } from "../src/absenceClass.ts";
import { addDays, dateOf, dayNumber } from "../src/calendarDate.ts";
import { dueOn, nextStep } from "../src/nextStep.ts";
import type { Scheme } from "../src/scheme.ts";
import type { Secondment } from "../src/secondment.ts";
import { catchUp } from "../src/year/catchUp.ts";
import { type Act, Story } from "./support/acts.ts";
import { rangeOf } from "./support/arbitraries.ts";
import {
  after,
  answerOf,
  calendar,
  literal,
  planned,
  startingOnReportIn,
  wholeTimetable,
} from "./support/world.ts";

const lastDay = 400;
const wholeOnReportIn: Scheme = { ...wholeTimetable, termStartsOn: "report-in" };

/** One thing that somebody tries on some day of the story: whether it is allowed is up to the rules. */
type Deed = { day: number; by: string; act: (today: string, absences: number) => Act };

const range = fc
  .record({ first: fc.integer({ min: -20, max: 40 }), halves: fc.integer({ min: 1, max: 24 }) })
  .map(({ first, halves }) => (today: string) => {
    const start = dayNumber(today) * 2 + first;
    return rangeOf(start, start + halves - 1);
  });
const requested = fc.constantFrom(
  ...absenceClasses.filter((each) => !["unexplained", "recall"].includes(each)),
);
const nth = fc.nat(30);
const idOf = (at: number, absences: number) => `a${(at % Math.max(1, absences)) + 1}`;
const newest = (absences: number) => `a${absences}`;

const acts: fc.Arbitrary<Omit<Deed, "day">> = fc.oneof(
  fc.record({ class: requested, range }).map((wish) => ({
    by: "officer",
    act: (today: string): Act => ({
      act: "record",
      facts: { class: wish.class, orderedBy: "host", ...wish.range(today) },
    }),
  })),
  range.map((dates) => ({
    by: "inspector",
    act: (today: string): Act => ({ act: "record", facts: { class: "unexplained", ...dates(today) } }),
  })),
  nth.map((at) => ({
    by: "approver",
    act: (_: string, absences: number): Act => ({ act: "approve", id: idOf(at, absences), overLimit: true }),
  })),
  fc.constant({
    by: "approver",
    act: (_: string, absences: number): Act => ({ act: "approve", id: newest(absences), overLimit: true }),
  }),
  fc.constant({
    by: "branch",
    act: (_: string, absences: number): Act => ({ act: "confirm", id: newest(absences), overLimit: true }),
  }),
  fc.record({ at: nth, pastDays: fc.constantFrom("present", "finding") }).map(({ at, pastDays }) => ({
    by: "approver-2",
    act: (_: string, absences: number): Act => ({ act: "reject", id: idOf(at, absences), pastDays }),
  })),
  nth.map((at) => ({
    by: "officer",
    act: (_: string, absences: number): Act => ({ act: "contest", id: idOf(at, absences) }),
  })),
  nth.map((at) => ({
    by: "hr",
    act: (_: string, absences: number): Act => ({ act: "void", id: idOf(at, absences), withEvidence: true }),
  })),
  fc.record({ at: nth, range }).map(({ at, range: dates }) => ({
    by: "station",
    act: (today: string, absences: number): Act => ({
      act: "amend",
      id: idOf(at, absences),
      facts: dates(today),
      overLimit: true,
    }),
  })),
  fc.nat(5).map((ago) => ({
    by: "station",
    act: (today: string): Act => ({ act: "report-in", on: addDays(today, -ago) }),
  })),
);
/** Deeds come in bursts, so that several fall on one day. */
const deeds = fc
  .array(
    fc.record({
      day: fc.integer({ min: -5, max: lastDay - 1 }),
      acts: fc.array(acts, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 12 },
  )
  .map((bursts) =>
    bursts
      .flatMap(({ day, acts: list }) => list.map((deed) => ({ ...deed, day })))
      .sort((a, b) => a.day - b.day),
  );

const stories = fc.record({
  from: fc.integer({ min: dayNumber("2024-03-01"), max: dayNumber("2026-02-28") }).map(dateOf),
  scheme: fc.constantFrom(literal, startingOnReportIn, wholeTimetable, wholeOnReportIn),
  deeds,
  gaps: fc.array(fc.integer({ min: -5, max: lastDay }), { maxLength: 12 }),
});
type Given = typeof stories extends fc.Arbitrary<infer T> ? T : never;

/** Plays a story with sweeps on some of its days; `eager` sweeps after every deed too, as the table stream does. */
function play({ from, scheme, deeds: list }: Given, sweepsOn: (day: number) => boolean, eager = false) {
  const story = new Story(planned(from, scheme), scheme);
  const answers: string[] = [];
  for (let day = -5; day <= lastDay; day += 1) {
    const today = addDays(from, day);
    if (sweepsOn(day)) story.sweep(today);
    for (const deed of list.filter((each) => each.day === day)) {
      const act = deed.act(today, story.record.absences.length);
      const outcome = story.try(deed.by, today, act);
      answers.push(answerOf(outcome));
      if (!outcome.ok) continue;
      story.sweep(today);
      story.record = after(outcome);
      if (eager) story.sweep(today);
    }
  }
  story.sweep(addDays(from, lastDay));
  return { record: story.record, answers };
}

/** What must be equal however the sweeps fell (architecture.md); versions, times and reminders may differ. */
function essence({ record, answers }: ReturnType<typeof play>, rules: { scheme: typeof literal }) {
  const { status, term, absences, checkpoints, warnings, reviews } = record;
  return {
    answers,
    status,
    term,
    absences: absences.map(({ id, state, from, to, class: each }) => ({ id, state, from, to, class: each })),
    checkpoints: checkpoints.map(({ key, dueOn: due, state, escalation }) => ({
      key,
      due,
      state,
      escalation,
    })),
    warnings,
    reviews,
    dueOn: dueOn(record, { ...rules, calendar }),
  };
}

describe("sweeps", () => {
  test("daily, in random gaps, or after every act: the record ends the same", () => {
    fc.assert(
      fc.property(stories, (given) => {
        const daily = essence(
          play(given, () => true),
          given,
        );
        expect(
          essence(
            play(given, (day) => given.gaps.includes(day)),
            given,
          ),
        ).toEqual(daily);
        expect(
          essence(
            play(given, (day) => day % 7 === 0, true),
            given,
          ),
        ).toEqual(daily);
        expect(
          essence(
            play(given, () => false),
            given,
          ),
        ).toEqual(daily);
      }),
      { numRuns: 60 },
    );
  });

  test("a second sweep of the same day does nothing, and a day on which nothing is due does nothing", () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: -5, max: lastDay }), (given, day) => {
        const rules = { scheme: given.scheme, calendar };
        const { record } = play(given, () => false);
        expect(catchUp(record, rules, addDays(given.from, lastDay))).toEqual([]);
        const today = addDays(given.from, day);
        const fresh = planned(given.from, given.scheme);
        const due = dueOn(fresh, rules) ?? "9999-12-31";
        expect(nextStep(fresh, rules, today).step === "nothing-left").toBe(due > today);
      }),
      { numRuns: 40 },
    );
  });

  test("each step makes one version, and the record parses after it", () => {
    fc.assert(
      fc.property(stories, (given) => {
        const fresh: Secondment = planned(given.from, given.scheme);
        const changes = catchUp(fresh, { scheme: given.scheme, calendar }, addDays(given.from, lastDay));
        expect(changes.map((change) => change.after.version)).toEqual(
          changes.map((_, index) => fresh.version + index + 1),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("the stories reach every status, reviews opened and closed, and every kind of answer", () => {
    const seen = new Set<string>();
    for (const given of fc.sample(stories, { numRuns: 300, seed: 15 })) {
      const { record, answers } = play(given, () => false);
      for (const answer of answers) seen.add(answer);
      for (const { closedOn } of record.reviews) seen.add(closedOn ? "review closed" : "review open");
      if (record.absences.some(({ proposal }) => proposal)) seen.add("proposal");
      if (record.reportedInOn) seen.add("reported in");
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(["accepted", "review closed", "review open", "proposal", "reported in"]),
    );
  });
});
