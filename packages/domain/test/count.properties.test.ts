import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEffective } from "../src/absence.ts";
import { countDays, countOf } from "../src/count/count.ts";
import { explainDays } from "../src/count/explainDays.ts";
import { halfDaysOf } from "../src/count/halfDays.ts";
import { isWorkingDay } from "../src/workCalendar.ts";
import { anyCase, rangeOf } from "./support/arbitraries.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe("whatever the term, the calendar, the scheme and the absences", () => {
  test("adding an absence never lowers the count, and adds at most its own length", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, another, scheme, calendar }) => {
        const before = countDays(subject, subject.absences, { scheme, calendar });
        const after = countDays(subject, [...subject.absences, another], { scheme, calendar });
        const { first, last } = halfDaysOf(another);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after - before).toBeLessThanOrEqual((last - first + 1) / 2);
      }),
    );
  });

  test("splitting an absence into two at any half day changes nothing", () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (given, at) => {
        const { subject, another, scheme, calendar, today } = given;
        const { first, last } = halfDaysOf(another);
        fc.pre(last > first);
        const cut = first + (at % (last - first));
        const { from: _f, to: _t, fromHalf: _fh, toHalf: _th, ...undated } = another;
        const halves = [rangeOf(first, cut), rangeOf(cut + 1, last)].map((range) => ({
          ...undated,
          ...range,
        }));
        const whole = { ...subject, absences: [...subject.absences, another] };
        const split = { ...subject, absences: [...subject.absences, ...halves] };
        expect(countOf(split, scheme, calendar, today)).toEqual(countOf(whole, scheme, calendar, today));
      }),
    );
  });

  test("voiding what was added restores every figure", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, another, scheme, calendar, today }) => {
        const voided = { ...another, state: "void" as const };
        const with_ = { ...subject, absences: [...subject.absences, voided] };
        expect(countOf(with_, scheme, calendar, today)).toEqual(countOf(subject, scheme, calendar, today));
      }),
    );
  });

  test("the order of the absences does not matter", () => {
    const shuffled = anyCase.chain((given) =>
      fc.record({
        given: fc.constant(given),
        order: fc.shuffledSubarray(given.subject.absences, { minLength: given.subject.absences.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given: { subject, scheme, calendar, today }, order }) => {
        const reordered = { ...subject, absences: order };
        expect(countOf(reordered, scheme, calendar, today)).toEqual(
          countOf(subject, scheme, calendar, today),
        );
      }),
    );
  });

  test("the days of the explanation add up to the count, and to what is pending", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar, today }) => {
        const days = explainDays(subject, scheme, calendar, today);
        const count = countOf(subject, scheme, calendar, today);
        expect(sum(days.map((day) => day.counted))).toBe(count.countedDays);
        expect(sum(days.map((day) => day.pending))).toBe(count.pendingDays);
        const taken = days.filter(({ date }) => date <= today);
        expect(sum(taken.map((day) => day.counted))).toBe(count.takenDays);
      }),
    );
  });

  test("a day counts only with the rule that says so, and never more than one day", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar, today }) => {
        for (const day of explainDays(subject, scheme, calendar, today)) {
          expect(day.counted > 0).toBe(day.rule === "class-counts");
          expect(day.counted + day.pending).toBeLessThanOrEqual(1);
          if (day.counted > 0) expect(isWorkingDay(calendar, day.date)).toBe(true);
        }
      }),
    );
  });

  test("the parts never exceed the whole", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar, today }) => {
        const { countedDays, takenDays, remainingDays, outsideDays, limitDays, pendingDays } = countOf(
          subject,
          scheme,
          calendar,
          today,
        );
        expect(takenDays).toBeLessThanOrEqual(countedDays);
        expect(remainingDays).toBe(Math.max(0, limitDays - countedDays));
        expect(Math.min(outsideDays, pendingDays)).toBeGreaterThanOrEqual(0);
        if (!subject.absences.some(isEffective)) expect(countedDays).toBe(0);
      }),
    );
  });

  test("a naive recount, half day by half day, gives the same count", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar, today }) => {
        const last = [subject.endedOn ?? subject.term.to, subject.term.to].sort()[0] ?? "";
        let days = 0;
        for (const { date } of explainDays(subject, scheme, calendar, today)) {
          if (date > last || !isWorkingDay(calendar, date)) continue;
          for (const half of ["am", "pm"])
            if (
              !isOffByHand({ subject, scheme, calendar }, date, half) &&
              subject.absences.some(
                (each) =>
                  (each.state === "approved" || each.state === "confirmed") &&
                  scheme.classes[each.class] &&
                  (each.from < date || (each.from === date && !(half === "am" && each.fromHalf === "pm"))) &&
                  (date < each.to || (each.to === date && !(half === "pm" && each.toHalf === "am"))),
              )
            )
              days += 0.5;
        }
        expect(countOf(subject, scheme, calendar, today).countedDays).toBe(days);
      }),
    );
  });

  test("half days of groups never raise a count, and change none where the scheme does not take them off", () => {
    fc.assert(
      fc.property(anyCase, ({ subject, scheme, calendar, today }) => {
        const { groupHalfDays: _, schemaVersion: __, ...unstated } = scheme;
        const worked = countOf(subject, unstated, calendar, today);
        expect(countOf(subject, { ...scheme, groupHalfDays: "working" }, calendar, today)).toEqual(worked);
        const off = countOf(subject, { ...scheme, groupHalfDays: "off" }, calendar, today);
        for (const figure of ["countedDays", "takenDays", "outsideDays", "notReportedDays"] as const)
          expect(off[figure]).toBeLessThanOrEqual(worked[figure]);
        expect(off.countedDays + off.pendingDays).toBeLessThanOrEqual(
          worked.countedDays + worked.pendingDays,
        );
      }),
    );
  });
});

type Given = Pick<
  typeof anyCase extends fc.Arbitrary<infer C> ? C : never,
  "subject" | "scheme" | "calendar"
>;

/** The half days of a person, told again: birthdays counted one by one, the regulation's two days written out. */
function isOffByHand({ subject: { officer }, scheme, calendar }: Given, date: string, half: string): boolean {
  if (scheme.groupHalfDays !== "off") return false;
  const year = Number(date.slice(0, 4)) + (date.slice(5) >= "12-25" ? 1 : 0);
  const told = calendar.halfDays.get(year);
  const month = date.slice(0, 7);
  const birthday = (age: number) =>
    `${Number(officer.birthMonth.slice(0, 4)) + age}${officer.birthMonth.slice(4)}`;
  const isYoung = (from: number, to: number) => birthday(from) <= month && month <= birthday(to + 1);
  if (told === undefined)
    return (
      half === "pm" &&
      ((date.endsWith("-03-08") && officer.sex === "female") || (date.endsWith("-05-04") && isYoung(14, 28)))
    );
  return told.some(
    (each) =>
      each.date === date &&
      each.half === half &&
      (each.group === "women" ? officer.sex === "female" : isYoung(each.fromAge, each.toAge)),
  );
}
