import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Cohort } from "../src/cohort.ts";
import { officerInputSchema, planOfficer } from "../src/officer.ts";
import { type Correction, type FactChange, officerFacts } from "../src/officerCorrection.ts";
import { laterSettings } from "../src/scheme/schemeDefaults.ts";
import { presetSchemes, schemeLabel } from "../src/scheme.ts";
import { schemeSchema } from "../src/schemeSchema.ts";
import { secondmentSchema } from "../src/secondment.ts";
import { isSamePlan, planSecondment } from "../src/term/planSecondment.ts";
import { planUnit, type Unit, unitInputSchema } from "../src/unit.ts";
import officers from "./cases/officer.json" with { type: "json" };
import plans from "./cases/plan.json" with { type: "json" };
import unitCases from "./cases/unit.json" with { type: "json" };
import { answerOf, calendar, literal, must, schemes } from "./support/world.ts";

const field = z.string().optional();
const answer = z.string();
const unitTable = z
  .array(z.strictObject({ name: z.string(), unit: unitInputSchema, answer, field }))
  .parse(unitCases);
const officerTable = z
  .array(
    z.strictObject({
      name: z.string(),
      known: z.boolean(),
      /** An unruled secondment carries what is on file. */
      carried: z.boolean().default(false),
      /** The fact that was corrected, and from which value. */
      corrected: z.tuple([z.enum(officerFacts), z.string()]).optional(),
      change: officerInputSchema.partial(),
      answer,
      field,
    }),
  )
  .parse(officers);
const planTable = z
  .array(
    z.strictObject({
      name: z.string(),
      plan: z.strictObject({ homeUnit: field, hostStation: field, from: field }),
      answer,
      field,
    }),
  )
  .parse(plans);

const unit = (id: string, name: string, kind: Unit["kind"], parent?: string): [string, Unit] => [
  id,
  { id, name, kind, version: 1, head: "", ...(parent && { parent }) },
];
const units = new Map([
  unit("420100", "武汉市公安局", "bureau"),
  unit("010100", "刑事侦查支队", "office", "420100"),
  unit("420102", "江岸分局", "branch", "420100"),
  unit("42010201", "一元派出所", "station", "420102"),
  unit("42019901", "孤立派出所", "station", "420199"),
]);

describe("a unit of the file beside what exists", () => {
  test.each(unitTable)("$name", ({ unit: input, answer: expected, field: at }) => {
    const outcome = planUnit(input, units);
    expect(outcome.ok ? outcome.value.action : answerOf(outcome)).toBe(expected);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(at);
  });

  test("a circle that is already on file does not hang", () => {
    const circle = new Map([unit("1", "甲", "office", "2"), unit("2", "乙", "office", "1")]);
    const input = { code: "3", name: "丙", kind: "office" as const, parent: "1" };
    expect(must(planUnit(input, circle)).action).toBe("create");
  });
});

const officer = {
  serviceNumber: "100001",
  name: "第一〇〇一号",
  sex: "female" as const,
  birthMonth: "1994-05",
  kind: "officer" as const,
  homeUnit: "010100",
};

function corrected(change: FactChange): Correction {
  const evidence = { number: "政〔2026〕8 号", title: "户籍证明", date: "2026-02-01" };
  const proposedBy = { id: "hr-1", role: "hr" as const };
  return { id: "k1", changes: [change], evidence, state: "effective", proposedBy, proposedOn: "2026-03-02" };
}

describe("an officer of the file beside the one on file", () => {
  const { serviceNumber: id, ...facts } = officer;
  const known = { id, version: 1, head: "", ...facts };

  test.each(officerTable)("$name", ({ change, answer: expected, field: at, carried, ...row }) => {
    const given = officerInputSchema.parse({ ...officer, ...change });
    const [fact, from = ""] = row.corrected ?? [];
    const corrections = fact && [corrected({ fact, from, to: known[fact] })];
    const outcome = planOfficer(given, row.known ? { ...known, corrections } : undefined, carried);
    expect(outcome.ok ? outcome.value : answerOf(outcome)).toBe(expected);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(at);
  });

  test.each(["1994-00", "1994-13", "1899-12", "94-05", "1994-5"])("%s is no birth month", (birthMonth) => {
    expect(officerInputSchema.safeParse({ ...officer, birthMonth }).success).toBe(false);
  });
});

describe("planning a secondment of a cohort", () => {
  const cohort: Cohort = {
    id: "wuhan-2025-1",
    version: 1,
    head: "",
    name: "第一批",
    schemeId: "literal",
    schemeVersion: 1,
    startsOn: "2025-08-26",
    endsOn: "2026-08-25",
  };
  const ground = { cohort, scheme: literal, calendar, units };
  const planOf = (change: {
    homeUnit?: string | undefined;
    hostStation?: string | undefined;
    from?: string | undefined;
  }) => ({
    officer: { ...officer, homeUnit: change.homeUnit ?? officer.homeUnit },
    hostStation: change.hostStation ?? "42010201",
    post: "挂职副所长",
    from: change.from,
  });

  test.each(planTable)("$name", ({ plan, answer: expected, field: at }) => {
    const outcome = planSecondment(planOf(plan), ground);
    expect(answerOf(outcome)).toBe(expected);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(at);
  });

  test("takes its term from the cohort, its places from the units, and parses as a record", () => {
    const { after, event } = must(planSecondment(planOf({}), ground));
    expect(after).toMatchObject({
      id: "wuhan-2025-1-100001",
      version: 0,
      status: "planned",
      schemeId: "literal",
      term: { from: "2025-08-26", to: "2026-08-25" },
      sending: { code: "010100", name: "刑事侦查支队" },
      hostBranch: { code: "420102", name: "江岸分局" },
      hostStation: { code: "42010201", name: "一元派出所" },
    });
    expect(after.checkpoints).toMatchObject([{ key: "report-in", dueOn: "2025-08-29", state: "planned" }]);
    expect(secondmentSchema.parse(after)).toEqual(after);
    expect(event.type).toBe("secondment.planned");
  });

  test("a start of its own moves the whole term", () => {
    const { after } = must(planSecondment(planOf({ from: "2025-09-04" }), ground));
    expect(after.term).toEqual({ from: "2025-09-04", to: "2026-09-03" });
    expect(after.checkpoints[0]?.dueOn).toBe("2025-09-09");
  });

  test("the same row again is the same plan, under the same id", () => {
    const one = must(planSecondment(planOf({}), ground)).after;
    const other = must(planSecondment(planOf({}), ground)).after;
    expect(other.id).toBe(one.id);
    expect(isSamePlan(one, other)).toBe(true);
  });

  test("another start, station, post or home unit is not", () => {
    const one = must(planSecondment(planOf({}), ground)).after;
    const others = [
      must(planSecondment(planOf({ from: "2025-08-27" }), ground)).after,
      must(planSecondment({ ...planOf({}), post: "挂职副教导员" }, ground)).after,
      must(planSecondment(planOf({ homeUnit: "420102" }), ground)).after,
      { ...one, hostStation: { code: "42010202", name: "车站派出所" } },
    ];
    for (const each of others) expect(isSamePlan(one, each)).toBe(false);
  });

  test("the home unit on file now is no other plan; another station still is", () => {
    const one = must(planSecondment(planOf({}), ground)).after;
    const movedOn = must(planSecondment(planOf({ homeUnit: "420102" }), ground)).after;
    expect(isSamePlan(one, movedOn, true)).toBe(true);
    const elsewhere = { ...movedOn, hostStation: { code: "42010202", name: "车站派出所" } };
    expect(isSamePlan(one, elsewhere, true)).toBe(false);
  });

  test("days off post and a confirmed report-in do not change what was planned", () => {
    const one = must(planSecondment(planOf({}), ground)).after;
    expect(isSamePlan({ ...one, reportedInOn: "2025-08-28", status: "serving" }, one)).toBe(true);
  });
});

describe("the two presets", () => {
  test("parse, and state every setting of domain.md alike but for the classes", () => {
    expect(presetSchemes.map((each) => schemeSchema.parse(each))).toEqual(presetSchemes);
    for (const scheme of presetSchemes)
      expect(scheme).toMatchObject({
        termMonths: 12,
        termStartsOn: "nominal",
        limitDays: 15,
        comparison: "more-than",
        window: "term-year",
        granularity: "half-day",
        calendar: "cn-state-council",
        warnAtDays: [10, 13, 15],
        ladderDays: { station: 3, branch: 7 },
        dismissalAlarm: { consecutiveDays: 15, calendarYearDays: 30 },
      });
  });

  test("are named with their version", () => {
    expect(Object.values(schemes).map(schemeLabel)).toEqual(["literal@1", "statutory-leave-excluded@1"]);
  });

  // Stored versions of before these were settings lack them (schemeDefaults.test.ts).
  const later: readonly string[] = ["schemaVersion", ...laterSettings];

  test.each(Object.keys(literal).filter((each) => !later.includes(each)))(
    "a scheme that does not state %s is none",
    (setting) => {
      const rest = Object.fromEntries(Object.entries(literal).filter(([name]) => name !== setting));
      expect(schemeSchema.safeParse(rest).success).toBe(false);
    },
  );
});
