import { describe, expect, test } from "vitest";
import * as z from "zod";
import { absenceClasses } from "../src/absenceClass.ts";
import { countDays, countOf } from "../src/count/count.ts";
import { explainDays } from "../src/count/explainDays.ts";
import { notReportedDays } from "../src/count/unreported.ts";
import data from "./cases/count.json" with { type: "json" };
import {
  absenceCaseSchema,
  absencesOf,
  calendar,
  literal,
  schemes,
  secondment,
  termFrom,
} from "./support/world.ts";

const tables = z
  .strictObject({
    counted: z.array(
      z.strictObject({
        name: z.string(),
        scheme: z.enum(["literal", "statutory-leave-excluded"]).default("literal"),
        termFrom: z.iso.date().default("2025-08-26"),
        endedOn: z.iso.date().optional(),
        today: z.iso.date().default("2026-03-02"),
        absences: z.array(absenceCaseSchema),
        expected: z.partialRecord(
          z.enum([
            "countedDays",
            "takenDays",
            "pendingDays",
            "outsideDays",
            "remainingDays",
            "verdict",
            "provisional",
          ]),
          z.union([z.number(), z.string(), z.boolean()]),
        ),
      }),
    ),
    notReported: z.array(
      z.strictObject({
        name: z.string(),
        reportedInOn: z.iso.date().optional(),
        today: z.iso.date().default("2026-04-01"),
        absences: z.array(absenceCaseSchema),
        notReportedDays: z.number(),
      }),
    ),
    classes: z.array(
      z.strictObject({
        class: z.enum(absenceClasses),
        literal: z.boolean(),
        statutoryLeaveExcluded: z.boolean(),
      }),
    ),
    days: z.array(
      z.strictObject({
        name: z.string(),
        date: z.iso.date(),
        rule: z.string(),
        counted: z.number(),
        pending: z.number(),
      }),
    ),
  })
  .parse(data);

describe("the count of a term", () => {
  test.each(tables.counted)("$name", ({ scheme, absences, today, endedOn, expected, ...each }) => {
    const term = termFrom(each.termFrom);
    const subject = secondment({ term, absences: absencesOf(absences), ...(endedOn && { endedOn }) });
    expect(countOf(subject, schemes[scheme], calendar, today)).toMatchObject(expected);
  });
});

describe("working days before a late report-in are shown, never counted by themselves", () => {
  test.each(tables.notReported)("$name", ({ reportedInOn, today, absences, notReportedDays: expected }) => {
    const { reportedInOn: _, ...record } = secondment({ term: termFrom("2026-03-02") });
    const subject = {
      ...record,
      absences: absencesOf(absences),
      ...(reportedInOn && { reportedInOn }),
    };
    expect(notReportedDays(subject, { scheme: literal, calendar }, today)).toBe(expected);
    const { countedDays } = countOf({ ...subject, absences: [] }, literal, calendar, today);
    expect(countedDays).toBe(0);
    const listed = explainDays(subject, literal, calendar, today).filter(
      ({ rule }) => rule === "not-reported",
    );
    expect(listed.length).toBe(Math.floor(expected));
  });
});

test("from the day of its withdrawal nobody is awaited any more, whatever day it is", () => {
  const { reportedInOn: _, ...planned } = secondment({ term: termFrom("2026-03-02") });
  const by = { id: "hr-1", role: "hr" } as const;
  const said = {
    outcome: "cancelled",
    reason: "x",
    consultation: { with: "x", on: "2026-03-09", note: "x" },
  } as const;
  const earlyEnd = { ...said, on: "2026-03-09", by, decidedOn: "2026-03-09" };
  const withdrawn = { ...planned, status: "withdrawn", earlyEnd } as const;
  const rules = { scheme: literal, calendar };
  expect(notReportedDays(planned, rules, "2026-03-16")).toBe(10);
  for (const today of ["2026-03-09", "2026-03-16", "2027-01-04"]) {
    expect(notReportedDays(withdrawn, rules, today)).toBe(5);
    const days = explainDays(withdrawn, literal, calendar, today);
    expect(days.filter(({ rule }) => rule === "not-reported")).toHaveLength(5);
    expect(days.filter(({ rule }) => rule === "present")).toEqual([]);
  }
});

describe("which classes count", () => {
  test("the table names every class once", () => {
    expect(tables.classes.map((each) => each.class)).toEqual([...absenceClasses]);
  });

  test.each(tables.classes)("$class", ({ class: absenceClass, ...counts }) => {
    const absences = absencesOf([{ class: absenceClass, from: "2026-03-02" }]);
    const subject = secondment({ absences });
    expect({
      literal: countDays(subject, absences, { scheme: schemes.literal, calendar }) === 1,
      statutoryLeaveExcluded:
        countDays(subject, absences, { scheme: schemes["statutory-leave-excluded"], calendar }) === 1,
    }).toEqual(counts);
  });
});

describe("day by day, with the rule that decides", () => {
  const subject = secondment({
    term: termFrom("2026-02-26"),
    reportedInOn: "2026-03-02",
    endedOn: "2026-06-30",
    absences: absencesOf([
      { class: "sick", from: "2026-03-02", to: "2026-03-03 am" },
      { class: "ordered-training", from: "2026-03-05" },
      { class: "personal", from: "2026-03-13", to: "2026-03-15", state: "requested" },
      { class: "sick", from: "2026-03-18", to: "2026-03-18 am" },
      { class: "personal", from: "2026-03-18 pm", state: "requested" },
      { class: "personal", from: "2026-07-02" },
      { class: "sick", from: "2026-04-13", to: "2026-04-17", state: "void" },
    ]),
  });
  const days = explainDays(subject, literal, calendar, "2026-03-20");

  test.each(tables.days)("$name", (each) => {
    const { name: _, ...expected } = each;
    expect(days.find(({ date }) => date === expected.date)).toMatchObject(expected);
  });

  test("there is one entry per day of the nominal term", () => {
    expect(days).toHaveLength(365);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(["2026-02-26", "2027-02-25"]);
  });

  test("every entry names the scheme version, and the notice wherever there is one", () => {
    expect(new Set(days.map(({ scheme }) => scheme))).toEqual(new Set(["literal@1"]));
    expect(days.filter(({ notice }) => notice === undefined)[0]?.date).toBe("2026-12-25");
  });

  test("an entry lists every absence that covers it, with its part of the day", () => {
    expect(days.find(({ date }) => date === "2026-03-18")?.covers).toEqual([
      { id: "a4", class: "sick", state: "approved", part: "am", counts: true },
      { id: "a5", class: "personal", state: "requested", part: "pm", counts: true },
    ]);
  });

  test("void absences cover nothing", () => {
    expect(days.find(({ date }) => date === "2026-04-13")).toMatchObject({ covers: [], rule: "present" });
  });
});
