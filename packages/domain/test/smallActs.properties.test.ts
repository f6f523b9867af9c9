import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEffective } from "../src/absence.ts";
import { addDays, dayNumber } from "../src/calendarDate.ts";
import type { Change } from "../src/change.ts";
import { countedHalves, halvesGone } from "../src/count/countedHalves.ts";
import { halfDaysOf } from "../src/count/halfDays.ts";
import { unreportedHalves } from "../src/count/unreported.ts";
import type { Outcome } from "../src/refusal.ts";
import type { Scheme } from "../src/scheme.ts";
import { officerHeld, ruledTerm, type Secondment } from "../src/secondment.ts";
import { correctReportIn } from "../src/term/correctReportIn.ts";
import { endEarly } from "../src/term/endEarly.ts";
import { confirmReportIn, lateDaysOf } from "../src/term/reportIn.ts";
import { catchUp } from "../src/year/catchUp.ts";
import { type Act, doAct, evidence } from "./support/acts.ts";
import { calendar, factsOf, ground, literal, planned, startingOnReportIn } from "./support/world.ts";

const start = "2026-03-02";
const people = [
  "officer",
  "station",
  "station-2",
  "branch",
  "hr",
  "hr-2",
  "approver",
  "approver-2",
  "inspector",
];
const height: Readonly<Record<string, number>> = { branch: 1, hr: 1, inspector: 1, approver: 2 };
const heightOf = (person: string) => height[person.replace(/-\d$/, "")] ?? 0;
const classes = ["sick", "personal", "unexplained", "ordered-duty"] as const;

type Try = {
  by: string;
  act: string;
  nth: number;
  offset: number;
  days: number;
  class: number;
  has: boolean;
};
const anyTry: fc.Arbitrary<Try> = fc.record({
  by: fc.constantFrom(...people),
  act: fc.constantFrom(
    ...["record", "record", "approve", "approve", "approve", "confirm", "reject", "contest"],
    ...["amend", "amend", "class", "void", "void", "report-in", "correct", "complete", "cancel"],
  ),
  nth: fc.nat(9),
  offset: fc.integer({ min: -4, max: 9 }),
  days: fc.integer({ min: 0, max: 8 }),
  class: fc.nat(3),
  has: fc.boolean(),
});
const anyStory = fc.array(fc.record({ each: anyTry, later: fc.constantFrom(0, 0, 0, 1, 2, 5) }), {
  maxLength: 60,
  size: "max",
});
type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;

function actOn(record: Secondment, today: string, each: Try): Act | undefined {
  const id = record.absences[each.nth % Math.max(1, record.absences.length)]?.id ?? "none";
  const from = addDays(today, each.offset);
  const range = { from, to: addDays(from, each.days) };
  const absenceClass = classes[each.class] ?? "sick";
  switch (each.act) {
    case "record":
      return { act: "record", facts: factsOf({ class: absenceClass, ...range }) };
    case "approve":
    case "confirm":
      return { act: each.act, id, overLimit: true };
    case "reject":
      return { act: "reject", id, pastDays: each.has ? "present" : "finding" };
    case "contest":
      return { act: "contest", id };
    case "void":
      return { act: "void", id, withEvidence: each.has };
    case "amend":
      return { act: "amend", id, facts: { ...range, ...(each.has && { evidence }) }, overLimit: true };
    case "class": {
      const turned = { class: "ordered-duty", orderedBy: "host" } as const;
      return { act: "amend", id, facts: { ...turned, ...(each.has && { evidence }) } };
    }
    case "report-in":
      return { act: "report-in", on: today };
    default:
      return undefined;
  }
}

function outcomeOf(record: Secondment, today: string, each: Try, scheme: Scheme): Outcome<Change> {
  const act = actOn(record, today, each);
  if (act) return doAct(record, each.by, today, act, scheme);
  const at = ground(record, each.by, today, scheme);
  const on = addDays(today, each.offset);
  if (each.act === "correct") {
    const lateDays = lateDaysOf(at, on).days;
    return record.reportedInOn
      ? correctReportIn(at, { on, reason: "misread", lateDays })
      : confirmReportIn(at, on, lateDays);
  }
  const outcome = each.act === "complete" ? ("completed" as const) : ("cancelled" as const);
  return endEarly(at, { on, outcome, reason: "moved", consultation: { with: "所长", on: today, note: "" } });
}

/** A half day that left the count, and who took it out. */
type Left = {
  half: number;
  on: string;
  by: string[];
  hadEvidence: boolean;
  atStakeDays: number;
  lower: boolean;
};

/** Of a secondment that was withdrawn only those days are kept for which nobody can plan the officer anew. */
function keptTerm(record: Secondment): Secondment {
  return record.status === "withdrawn" ? { ...record, endedOn: lastKept(record) } : record;
}

function lastKept(record: Secondment): string {
  return officerHeld(record)?.to ?? addDays(record.term.from, -1);
}

/** Plays a story and says of every half day that left the count how; nothing of the rules is asked for that. */
function play(story: Story, scheme: Scheme) {
  let record: Secondment = { ...planned(start, scheme), version: 1 };
  let today = start;
  let aloneHalves = 0;
  let lostUnreported = 0;
  const left: Left[] = [];
  const proposed = new Map<string, { by: string; hadEvidence: boolean }>();
  const approvers = new Map<string, string[]>();
  const rules = { scheme, calendar };
  const countingOf = (each: Secondment) =>
    countedHalves(ruledTerm(keptTerm(each)), each.absences.filter(isEffective), rules);
  for (const { each, later } of story) {
    today = addDays(today, later);
    const caught = catchUp(record, { scheme, calendar }, today).at(-1)?.after ?? record;
    const outcome = outcomeOf(caught, today, each, scheme);
    if (!outcome.ok) continue;
    const before = countingOf(caught);
    record = { ...outcome.value.after, version: caught.version + 1 };
    const { change } = outcome.value.event;
    const id = "absenceId" in change ? (change.absenceId ?? "") : "";
    const proposal = each.act === "approve" ? proposed.get(id) : undefined;
    const by = [...new Set([each.by, ...(proposal ? [proposal.by] : [])])];
    const gone = halvesGone(before, countingOf(record));
    if (record.status === "withdrawn") {
      const unreported = unreportedHalves(caught, rules, today);
      lostUnreported += unreported.filter((half) => half >> 1 > dayNumber(lastKept(record))).length;
    }
    const hadEvidence = proposal?.hadEvidence === true;
    const isLower = (half: number) =>
      caught.absences
        .filter((one) => isEffective(one) && halfDaysOf(one).first <= half && half <= halfDaysOf(one).last)
        .flatMap((one) => approvers.get(one.id) ?? [])
        .some((who) => heightOf(who) > heightOf(each.by));
    const atStakeDays = (before.size + aloneHalves) / 2;
    left.push(
      ...gone.map((half) => ({ half, on: today, by, hadEvidence, atStakeDays, lower: isLower(half) })),
    );
    if (by.length < 2 || !hadEvidence) aloneHalves += gone.length;
    if (outcome.value.event.type.endsWith("-proposed"))
      proposed.set(id, { by: each.by, hadEvidence: each.has });
    if (each.act === "approve" || each.act === "confirm")
      approvers.set(id, [...(approvers.get(id) ?? []), each.by]);
  }
  return { record, left, lostUnreported };
}

const alone = ({ by, hadEvidence }: Left) => by.length < 2 || !hadEvidence;
const strict = { ...literal, id: "strict", warnAtDays: [0.5] };

describe("over any sequence of acts of nine people", () => {
  test("no half day leaves the count by fewer than two people and evidence, where the first warning is the first half day", () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.constantFrom(strict, { ...startingOnReportIn, warnAtDays: [0.5] }),
        (story, scheme) => {
          expect(play(story, scheme).left.filter(alone)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("below the first warning one person takes out only days to come that nobody above approved, ten in sum never", () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom(literal, startingOnReportIn), (story, scheme) => {
        for (const each of play(story, scheme).left.filter(alone)) {
          expect(each.half).toBeGreaterThanOrEqual(dayNumber(each.on) * 2);
          expect(each.lower).toBe(false);
          expect(each.atStakeDays).toBeLessThan(10);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("whoever withdraws a secondment leaves no day behind that nobody reported", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        expect(play(story, literal).lostUnreported).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test("the stories get there: days leave by one person and by two, terms move and end early", () => {
    const seen = new Set<string>();
    for (const story of fc.sample(anyStory, { numRuns: 600, seed: 30 })) {
      const { record, left } = play(story, literal);
      for (const each of left) seen.add(alone(each) ? "alone" : "by two");
      seen.add(record.status);
      if (record.earlyEnd) seen.add(record.earlyEnd.outcome);
      if (record.status === "withdrawn") seen.add(record.earlyEnd?.heldUntil ? "held" : "free");
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(["alone", "by two", "serving", "completed", "cancelled", "held", "free"]),
    );
  });
});
