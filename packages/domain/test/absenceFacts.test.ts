import { describe, expect, test } from "vitest";
import * as z from "zod";
import { previewAbsence } from "../src/absence/previewAbsence.ts";
import { recordAbsence } from "../src/absence/recordAbsence.ts";
import { absenceInputSchema } from "../src/absence.ts";
import data from "./cases/absenceFacts.json" with { type: "json" };
import { absencesOf, answerOf, factsOf, ground, must, secondment } from "./support/world.ts";

const { facts, bodies } = z
  .strictObject({
    facts: z.array(
      z.strictObject({
        name: z.string(),
        endedOn: z.iso.date().optional(),
        body: absenceInputSchema,
        answer: z.string(),
        field: z.string().optional(),
      }),
    ),
    bodies: z.array(z.strictObject({ name: z.string(), body: z.unknown(), path: z.string() })),
  })
  .parse(data);

describe("facts of an absence, recorded and previewed by the same rule", () => {
  test.each(facts)("$name", ({ body, answer, field, endedOn }) => {
    const record = secondment(endedOn ? { endedOn } : {});
    const at = ground(record, "hr", "2026-03-02");
    for (const outcome of [recordAbsence(at, body), previewAbsence(at, body)]) {
      expect(answerOf(outcome)).toBe(answer);
      expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(field);
    }
  });
});

describe("a body that does not parse names the field", () => {
  test.each(bodies)("$name", ({ body, path }) => {
    const parsed = absenceInputSchema.safeParse(body);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  test("a note of 500 characters is taken, one of 501 is not", () => {
    const body = { class: "sick", from: "2026-03-02", to: "2026-03-02" };
    expect(absenceInputSchema.safeParse({ ...body, note: "注".repeat(500) }).success).toBe(true);
    expect(absenceInputSchema.safeParse({ ...body, note: "注".repeat(501) }).success).toBe(false);
  });
});

test("a new request and a new finding start undecided, with who recorded them and when", () => {
  const request = must(
    recordAbsence(
      ground(secondment(), "station", "2026-03-02"),
      factsOf({ class: "sick", from: "2026-03-04" }),
    ),
  );
  expect(request.absence).toMatchObject({ id: "a1", kind: "request", state: "requested", revision: 1 });
  expect(request.absence.recordedBy).toEqual({ id: "station", role: "station" });
  expect(request.absence.recordedOn).toBe("2026-03-02");
  expect(request.event.type).toBe("absence.requested");
  const finding = must(
    recordAbsence(
      ground(request.after, "inspector", "2026-03-05"),
      factsOf({ class: "recall", from: "2026-03-05" }),
    ),
  );
  expect(finding.absence).toMatchObject({ id: "a2", kind: "finding", state: "recorded" });
  expect(finding.event).toMatchObject({
    type: "finding.recorded",
    change: { absenceId: "a2", class: "recall" },
  });
});

test("the 300th absence of a term is taken, the 301st is not", () => {
  const many = (count: number) =>
    secondment({
      absences: absencesOf(
        Array.from({ length: count }, () => ({ class: "sick" as const, from: "2026-03-02" })),
      ),
    });
  const facts = factsOf({ class: "sick", from: "2026-03-03" });
  expect(answerOf(recordAbsence(ground(many(299), "hr", "2026-03-02"), facts))).toBe("accepted");
  expect(answerOf(recordAbsence(ground(many(300), "hr", "2026-03-02"), facts))).toBe("too-many-absences");
});

describe("the preview says what recording would mean", () => {
  const used = absencesOf([
    { class: "sick", from: "2025-11-03", to: "2025-11-05" },
    { class: "sick", from: "2025-11-06", to: "2025-11-06 am", state: "requested" },
  ]);
  const at = ground(secondment({ absences: used }), "hr", "2026-02-02");

  test("across the Spring Festival: 11 working days, 14 of 15 used after it, 14.5 with what waits", () => {
    const preview = must(
      previewAbsence(at, factsOf({ class: "home-visit", from: "2026-02-14", to: "2026-03-08" })),
    );
    expect(preview).toEqual({
      naturalDays: 23,
      workingDays: 11,
      countsDays: 11,
      countedDaysAfter: 14,
      countedDaysWithPending: 14.5,
      limitDays: 15,
      verdict: "within",
      verdictWithPending: "within",
      outsideDays: 0,
      holidays: [{ name: "春节", nameEn: "Spring Festival", days: 9 }],
      halfDaysOff: [],
      makeUpDays: ["2026-02-14", "2026-02-28"],
      overlapping: [],
      rung: "bureau",
      ladderDays: 11,
      provisional: false,
    });
  });

  test("days already covered add nothing and are listed", () => {
    const preview = must(
      previewAbsence(at, factsOf({ class: "personal", from: "2025-11-05", to: "2025-11-06 am" })),
    );
    expect(preview).toMatchObject({
      workingDays: 1.5,
      countsDays: 0.5,
      countedDaysAfter: 3.5,
      overlapping: ["a1", "a2"],
    });
    expect(preview.ladderDays).toBe(3.5);
  });

  test("a class that does not count adds nothing", () => {
    const preview = must(
      previewAbsence(at, factsOf({ class: "ordered-duty", from: "2026-03-02", to: "2026-03-06" })),
    );
    expect(preview).toMatchObject({ workingDays: 5, countsDays: 0, countedDaysAfter: 3, rung: "branch" });
  });

  test("days outside the term are told apart, half days too", () => {
    const preview = must(
      previewAbsence(at, factsOf({ class: "sick", from: "2026-08-25 pm", to: "2026-08-27 am" })),
    );
    expect(preview).toMatchObject({ workingDays: 2, countsDays: 0.5, outsideDays: 1.5 });
  });

  test.each([
    ["2026-03-20", "at-limit", "exceeded"],
    ["2026-03-20 am", "within", "at-limit"],
    ["2026-03-23 am", "exceeded", "exceeded"],
  ])("to %s the limit is %s, with what waits %s", (to, verdict, verdictWithPending) => {
    const preview = must(previewAbsence(at, factsOf({ class: "sick", from: "2026-03-05", to })));
    expect(preview).toMatchObject({ verdict, verdictWithPending });
  });
});
