import fc from "fast-check";
import type { Absence } from "../../src/absence.ts";
import { absenceClasses, kindOfClass } from "../../src/absenceClass.ts";
import { addDays, dateOf, dayNumber, lastDayOfTerm } from "../../src/calendarDate.ts";
import type { GroupHalfDay } from "../../src/count/groupHalfDay.ts";
import { type CalendarNotice, noticeYearOf, workCalendar } from "../../src/workCalendar.ts";
import { schemes } from "./world.ts";

/** Any scheme preset, a term that starts on any day of 2024–2027, ended early or not. */
const anyScheme = fc
  .tuple(fc.constantFrom(...Object.values(schemes)), fc.constantFrom("working", "off"))
  .map(([scheme, groupHalfDays]) => ({ ...scheme, groupHalfDays }));
/** Anybody from nearly 27 to 31 on the days of the young that a term from 2024 to 2028 may hold, and older ones. */
const anyOfficer = fc
  .record({
    sex: fc.constantFrom("male", "female"),
    year: fc.integer({ min: 1990, max: 2001 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ sex, year, month }) => ({
    serviceNumber: "1001",
    name: "第一〇〇一号",
    sex,
    kind: "officer" as const,
    birthMonth: `${year}-${String(month).padStart(2, "0")}`,
  }));
const anyTerm = fc
  .record({
    start: fc.integer({ min: dayNumber("2024-01-01"), max: dayNumber("2027-12-31") }),
    length: fc.option(fc.integer({ min: 0, max: 364 })),
  })
  .map(({ start, length }) => {
    const from = dateOf(start);
    const term = { from, to: lastDayOfTerm(from, 12) };
    return { term, ...(length !== null && { endedOn: addDays(from, length) }) };
  });

const anyHalfDay = fc.record({
  offset: fc.nat(350),
  half: fc.constantFrom("am", "pm"),
  group: fc.constantFrom("women", "young"),
  fromAge: fc.constantFrom(14, 25),
  toAge: fc.constantFrom(28, 35),
});

/** A calendar whose notices set days at random; some years have none. */
const anyCalendar = fc
  .array(
    fc.record({
      year: fc.integer({ min: 2024, max: 2029 }),
      days: fc.array(fc.record({ offset: fc.nat(364), working: fc.boolean() }), { maxLength: 40 }),
      halfDays: fc.option(fc.array(anyHalfDay, { maxLength: 4 })),
    }),
    { maxLength: 5 },
  )
  .map((notices) =>
    workCalendar(
      1,
      notices.map(({ year, days, halfDays: given }): CalendarNotice => {
        const dated = days.map(({ offset, working }) => ({
          date: addDays(`${year - 1}-12-25`, offset),
          working,
          name: "x",
        }));
        const halfDays = given?.map(({ offset, ...each }): GroupHalfDay => {
          const date = addDays(`${year}-01-01`, offset);
          return each.group === "women"
            ? { date, half: each.half, group: "women" }
            : { ...each, date, group: "young" };
        });
        const inYear = dated.filter(({ date }) => noticeYearOf(date) === year);
        return { id: `n-${year}`, year, days: inYear, ...(halfDays && { halfDays }) };
      }),
    ),
  );

const states = {
  request: ["requested", "approved", "rejected", "void"],
  finding: ["recorded", "confirmed", "dismissed", "void"],
} as const;

/** An absence of any class and state near a term: between 20 days before it and 400 after its start. */
function anyAbsence(termFrom: string): fc.Arbitrary<Absence> {
  return fc
    .record({
      class: fc.constantFrom(...absenceClasses),
      state: fc.nat(3),
      first: fc.integer({ min: -40, max: 800 }),
      halves: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ class: absenceClass, state, first, halves }) => {
      const kind = kindOfClass(absenceClass);
      const base = dayNumber(termFrom) * 2 + first;
      return {
        ...rangeOf(base, base + halves - 1),
        class: absenceClass,
        id: "a1",
        kind,
        state: states[kind][state] ?? "void",
        revision: 1,
        recordedBy: { id: "station", role: "station" },
        recordedOn: termFrom,
        decisions: [],
      };
    });
}

/** Dates and halves of the half-day numbers from first to last. */
export function rangeOf(first: number, last: number): Pick<Absence, "from" | "to" | "fromHalf" | "toHalf"> {
  return {
    from: dateOf(first >> 1),
    to: dateOf(last >> 1),
    ...(first % 2 === 1 && { fromHalf: "pm" as const }),
    ...(last % 2 === 0 && { toHalf: "am" as const }),
  };
}

/** Everything that a count depends on. */
export const anyCase = fc
  .record({ at: anyTerm, scheme: anyScheme, calendar: anyCalendar, officer: anyOfficer })
  .chain(({ at, scheme, calendar, officer }) =>
    fc.record({
      at: fc.constant(at),
      scheme: fc.constant(scheme),
      calendar: fc.constant(calendar),
      officer: fc.constant(officer),
      absences: fc
        .array(anyAbsence(at.term.from), { maxLength: 8 })
        .map((list) => list.map((each, index) => ({ ...each, id: `a${index + 1}` }))),
      another: anyAbsence(at.term.from).map((each) => ({ ...each, id: "a99" })),
      reportedAfter: fc.option(fc.nat(20)),
      todayAfter: fc.integer({ min: -10, max: 420 }),
    }),
  )
  .map(({ at, absences, officer, reportedAfter, todayAfter, ...rules }) => ({
    ...rules,
    subject: {
      ...at,
      officer,
      absences,
      ...(reportedAfter !== null && { reportedInOn: addDays(at.term.from, reportedAfter) }),
    },
    today: addDays(at.term.from, todayAfter),
  }));
