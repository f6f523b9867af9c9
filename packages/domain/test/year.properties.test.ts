import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { voidAbsence } from "../src/absence/amendAbsence.ts";
import { approveAbsence } from "../src/absence/approveAbsence.ts";
import { recordAbsence } from "../src/absence/recordAbsence.ts";
import { acceptForm, returnForm } from "../src/assessment/decideForm.ts";
import { submitForm } from "../src/assessment/fileForm.ts";
import { formInputSchema } from "../src/assessment/formInput.ts";
import { addDays, dateOf, dayNumber } from "../src/calendarDate.ts";
import type { Change, Ground } from "../src/change.ts";
import { countOf } from "../src/count/count.ts";
import { dueOn, nextStep } from "../src/nextStep.ts";
import type { Outcome } from "../src/refusal.ts";
import { approveRuling, rejectRuling } from "../src/ruling/decideRuling.ts";
import { proposeRuling } from "../src/ruling/proposeRuling.ts";
import { answerReview, requestReview } from "../src/ruling/reviewRuling.ts";
import { issueNotice, recordReceipt } from "../src/ruling/serveNotice.ts";
import { giveStatement } from "../src/ruling/statement.ts";
import { presetSchemes, type Scheme } from "../src/scheme.ts";
import { limitDaysOf, type Secondment, secondmentSchema } from "../src/secondment.ts";
import { decideExtension, hearHost, hearSending } from "../src/term/decideExtension.ts";
import { endEarly } from "../src/term/endEarly.ts";
import { confirmReportIn, lateDaysOf } from "../src/term/reportIn.ts";
import { requestExtension, withdrawExtension } from "../src/term/requestExtension.ts";
import { catchUp } from "../src/year/catchUp.ts";
import { takeStep } from "../src/year/takeStep.ts";
import { evidence, sick } from "./support/acts.ts";
import { calendar, ground, planned } from "./support/world.ts";

const lastDay = 520;
const reason = "as written in the file";
const twenty = "told at length, with what was seen and heard";

function presetOf(version: number): Scheme {
  const found = presetSchemes.find((each) => each.id === "literal" && each.version === version);
  if (!found) throw new Error("no such preset");
  return found;
}
const whole = presetOf(2);
const schemes = [
  whole,
  { ...whole, id: "moving", termStartsOn: "report-in" as const },
  { ...whole, id: "making-up", overLimitOutcome: "make-up-extension" as const },
];

/** What somebody tries; the rules say whether it is allowed. */
type Deed = { by: string; rule: (at: Ground) => Outcome<Change> };
const form = formInputSchema.parse({
  text: twenty,
  sections: { duties: twenty, results: twenty, shortcomings: twenty, plans: twenty },
  grade: "excellent",
  dimensions: {
    virtue: "excellent",
    ability: "competent",
    diligence: "competent",
    achievement: "excellent",
    integrity: "excellent",
  },
  narrative: twenty,
});
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const idAt = (list: readonly { id: string }[], at: number) => pick(list, at)?.id ?? "none";

function file(by: "officer" | "station" | "branch" | "sending" | "hr", nth: number): Deed {
  return {
    by,
    rule: (at) => {
      const waiting = at.secondment.checkpoints.filter(({ state }) => state === "open" || state === "late");
      return submitForm(at, { key: pick(waiting, nth)?.key ?? "end", by }, form);
    },
  };
}

const nth = fc.nat(40);
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ by: fc.constantFrom("officer", "station", "branch", "sending", "hr"), nth })
      .map((each) => file(each.by, each.nth)),
  },
  {
    weight: 3,
    arbitrary: nth.map((at) => ({
      by: "hr-2",
      rule: (on: Ground) => acceptForm(on, idAt(on.secondment.assessments, at), {}),
    })),
  },
  {
    weight: 2,
    arbitrary: nth.map((at) => ({
      by: "hr-3",
      rule: (on: Ground) => returnForm(on, idAt(on.secondment.assessments, at), { reason }),
    })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(20).map((days) => ({
      by: "officer",
      rule: (on: Ground) => recordAbsence(on, sick(on.today, addDays(on.today, days))),
    })),
  },
  {
    weight: 3,
    arbitrary: nth.map((at) => ({
      by: "approver",
      rule: (on: Ground) => approveAbsence(on, idAt(on.secondment.absences, at), { overLimit: true }),
    })),
  },
  {
    weight: 1,
    arbitrary: nth.map((at) => ({
      by: "hr",
      rule: (on: Ground) => voidAbsence(on, idAt(on.secondment.absences, at), { reason, evidence }),
    })),
  },
  {
    weight: 1,
    arbitrary: nth.map((at) => ({
      by: "approver-2",
      rule: (on: Ground) => approveAbsence(on, idAt(on.secondment.absences, at), {}),
    })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(3).map((ago) => ({
      by: "station",
      rule: (at: Ground) => {
        const on = addDays(at.today, -ago);
        return confirmReportIn(at, on, lateDaysOf(at, on).days);
      },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.constant({
      by: "officer",
      rule: (on: Ground) => giveStatement(on, { words: twenty }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("recognised" as const, "not-recognised" as const, "make-up" as const)
      .map((outcome) => ({ by: "hr", rule: (on: Ground) => proposeRuling(on, { outcome, reason }) })),
  },
  {
    weight: 3,
    arbitrary: nth.map((at) => ({
      by: "approver",
      rule: (on: Ground) => approveRuling(on, idAt(on.secondment.rulings, at), { reason }),
    })),
  },
  {
    weight: 1,
    arbitrary: nth.map((at) => ({
      by: "approver",
      rule: (on: Ground) => rejectRuling(on, idAt(on.secondment.rulings, at), { reason }),
    })),
  },
  {
    weight: 2,
    arbitrary: nth.map((at) => ({
      by: "hr",
      rule: (on: Ground) => issueNotice(on, idAt(on.secondment.rulings, at), { number: "1" }),
    })),
  },
  {
    weight: 2,
    arbitrary: nth.map((at) => ({
      by: "hr",
      rule: (on: Ground) =>
        recordReceipt(on, idAt(on.secondment.rulings, at), { on: on.today, how: "signed" }),
    })),
  },
  {
    weight: 2,
    arbitrary: nth.map((at) => ({
      by: "officer",
      rule: (on: Ground) => requestReview(on, idAt(on.secondment.rulings, at), { reason }),
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ at: nth, answer: fc.constantFrom("upheld" as const, "reopened" as const) })
      .map(({ at, answer }) => ({
        by: "approver-2",
        rule: (on: Ground) => answerReview(on, idAt(on.secondment.rulings, at), { answer, reason }),
      })),
  },
  {
    weight: 2,
    arbitrary: fc.constant({
      by: "officer",
      rule: (on: Ground) => requestExtension(on, { months: 6, reason }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(hearHost, hearSending, decideExtension).map((rule) => ({
      by: { hearHost: "station", hearSending: "sending", decideExtension: "approver" }[rule.name] ?? "",
      rule: (on: Ground) => rule(on, { agrees: true, reason }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ by: "officer", rule: (on: Ground) => withdrawExtension(on, { reason }) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("completed" as const, "cancelled" as const).map((outcome) => ({
      by: "hr",
      rule: (on: Ground) =>
        endEarly(on, {
          on: on.today,
          outcome,
          reason,
          consultation: { with: "所长", on: on.today, note: "同意" },
        }),
    })),
  },
);

/** Bursts of deeds, more of them around the months in which forms are due and after the term. */
const stories = fc.record({
  from: fc.integer({ min: dayNumber("2024-03-01"), max: dayNumber("2025-06-30") }).map(dateOf),
  scheme: fc.constantFrom(...schemes),
  bursts: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: lastDay - 1 }),
      list: fc.array(deeds, { minLength: 3, maxLength: 12 }),
    }),
    { maxLength: 14 },
  ),
  gaps: fc.array(fc.integer({ min: 0, max: lastDay }), { maxLength: 15 }),
});
type Given = typeof stories extends fc.Arbitrary<infer T> ? T : never;

/** Sweeps as the workflow does, one named step at a time, each delivered `times` times: the repeats find it done. */
function sweep(record: Secondment, scheme: Scheme, today: string, times = 1): Secondment {
  const rules = { scheme, calendar };
  let at = record;
  for (
    let step = nextStep(at, rules, today);
    step.step !== "nothing-left";
    step = nextStep(at, rules, today)
  ) {
    for (let delivery = 0; delivery < times; delivery += 1) {
      const next = nextStep(at, rules, today);
      if (next.step === "nothing-left" || JSON.stringify(next) !== JSON.stringify(step)) continue;
      at = { ...takeStep(at, next, scheme, today).after, version: at.version + 1 };
    }
  }
  return at;
}

function play(
  { from, scheme, bursts }: Given,
  how: { sweepsOn: (day: number) => boolean; eager?: boolean; times?: number },
) {
  let record = { ...planned(from, scheme), version: 1 };
  const answers: string[] = [];
  for (let day = 0; day <= lastDay; day += 1) {
    const today = addDays(from, day);
    if (how.sweepsOn(day)) record = sweep(record, scheme, today, how.times);
    for (const { by, rule } of bursts.filter((each) => each.day === day).flatMap(({ list }) => list)) {
      const caught = catchUp(record, { scheme, calendar }, today).at(-1)?.after ?? record;
      const outcome = rule(ground(caught, by, today, scheme));
      answers.push(outcome.ok ? "accepted" : (outcome.refusals[0]?.code ?? ""));
      if (!outcome.ok) continue;
      record = { ...outcome.value.after, version: caught.version + 1 };
      if (how.eager) record = sweep(record, scheme, today, how.times);
    }
  }
  return { record: sweep(record, scheme, addDays(from, lastDay)), answers };
}

/** What must be equal however the sweeps fell (architecture.md); versions, times and reminders may differ. */
function essence({ record, answers }: ReturnType<typeof play>, scheme: Scheme) {
  const { version: _version, checkpoints, absences, assessments, ...rest } = record;
  return JSON.parse(
    JSON.stringify(
      {
        ...rest,
        answers,
        checkpoints: checkpoints.map(({ reminded: _, ...each }) => each),
        absences,
        assessments,
        dueOn: dueOn(record, { scheme, calendar }),
      },
      (key, value: unknown) => (key === "version" ? undefined : value),
    ),
  );
}

describe("a year of forms, rulings and extensions", () => {
  test("ends the same however the sweeps fell, and however often a step was delivered", () => {
    fc.assert(
      fc.property(stories, (given) => {
        const ordered = essence(play(given, { sweepsOn: () => true }), given.scheme);
        const others = [
          play(given, { sweepsOn: (day) => given.gaps.includes(day) }),
          play(given, { sweepsOn: (day) => day % 7 === 0, eager: true, times: 3 }),
          play(given, { sweepsOn: () => false }),
        ];
        for (const other of others) expect(essence(other, given.scheme)).toEqual(ordered);
      }),
      { numRuns: 40 },
    );
  });

  test("nobody over the limit is recognised, rulings are by two people, and every record parses", () => {
    fc.assert(
      fc.property(stories, (given) => {
        const { record } = play(given, { sweepsOn: (day) => given.gaps.includes(day) });
        expect(secondmentSchema.parse(record)).toEqual(record);
        const { countedDays } = countOf(record, given.scheme, calendar, addDays(given.from, lastDay));
        if (record.status === "recognised")
          expect(countedDays).toBeLessThanOrEqual(limitDaysOf(record, given.scheme));
        for (const { proposed, decided } of record.rulings) expect(decided?.by.id).not.toBe(proposed.by.id);
      }),
      { numRuns: 60 },
    );
  });

  test("the stories get far: forms filed and sent back, rulings of each kind, reviews, further terms", () => {
    const seen = new Set<string>();
    for (const given of fc.sample(stories, { numRuns: 400, seed: 15 })) {
      const { record } = play(given, { sweepsOn: () => false });
      seen.add(record.status);
      for (const { state } of record.assessments) seen.add(`form ${state}`);
      for (const { state, outcome } of record.rulings) seen.add(`${outcome} ${state}`);
      for (const { state } of record.checkpoints) seen.add(`checkpoint ${state}`);
      if (record.extension) seen.add(`extension ${record.extension.state}`);
      if (record.earlyEnd) seen.add(record.earlyEnd.outcome);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "form final",
        "form returned",
        "checkpoint missed",
        "checkpoint dropped",
        "completed",
        "cancelled",
        "not-recognised in-force",
        "not-recognised",
      ]),
    );
  });
});
