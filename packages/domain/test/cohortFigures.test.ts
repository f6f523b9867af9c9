import { describe, expect, test } from "vitest";
import * as z from "zod";
import { askedForms, assessmentLoad, formStandings } from "../src/assessment/assessmentLoad.ts";
import { assessorDrift } from "../src/assessment/assessorDrift.ts";
import { coverageOf } from "../src/assessment/coverage.ts";
import { excellentQuota } from "../src/assessment/excellentQuota.ts";
import { awardTable } from "../src/award/awardTable.ts";
import { awardLevels } from "../src/award.ts";
import type { Digest } from "../src/digest.ts";
import { presetSchemes, type Scheme } from "../src/scheme.ts";
import loadData from "./cases/assessmentLoad.json" with { type: "json" };
import awardData from "./cases/awardTable.json" with { type: "json" };
import coverageData from "./cases/coverage.json" with { type: "json" };
import gradeData from "./cases/grades.json" with { type: "json" };

const scheme = presetSchemes.find(({ version }) => version === 2) as Scheme;
const term = { from: "2025-08-26", to: "2026-08-25" };

describe("coverage: months and areas without any evidence", () => {
  const list = z.array(z.string());
  const cases = z
    .array(
      z.strictObject({
        name: z.string(),
        today: z.iso.date(),
        evidence: z.record(z.string(), list),
        monthsWithout: list,
        areasWithout: list,
        elsewhere: z.int(),
      }),
    )
    .parse(coverageData);

  test.each(cases)("$name", ({ name: _, today, evidence, ...expected }) => {
    const pieces = Object.entries(evidence).flatMap(([month, areas]) =>
      areas.map((area): [string, string] => [area, month]),
    );
    const coverage = coverageOf({ ...term, evidence: pieces }, scheme, today);
    expect(coverage).toMatchObject(expected);
    expect(coverage.counts.flat().reduce((sum, each) => sum + each, coverage.elsewhere)).toBe(pieces.length);
    expect(coverage.months).toHaveLength(13);
  });
});

describe("forms asked for", () => {
  const cases = z
    .array(
      z.strictObject({
        name: z.string(),
        checkpoint: z.tuple([z.string(), z.string(), z.string()]),
        forms: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
        today: z.iso.date(),
        standings: z.array(z.string()),
      }),
    )
    .parse(loadData);

  test.each(cases)("$name", ({ checkpoint, forms, today, standings }) => {
    const marks = forms.map(([by, state, on]): Digest["forms"][number] => [
      checkpoint[0],
      "opinion",
      by,
      state,
      "",
      "x",
      on,
    ]);
    const person = { id: "p", checkpoints: [[...checkpoint, ""]] as Digest["checkpoints"], forms: marks };
    const asked = askedForms([person], scheme, today);
    expect(asked.map(({ by, standing }) => `${by} ${standing}`)).toEqual(standings);
    const lines = assessmentLoad(asked, scheme);
    expect(lines.reduce((sum, line) => sum + line.asked, 0)).toBe(standings.length);
    for (const line of lines)
      expect(formStandings.reduce((sum, each) => sum + line[each], 0)).toBe(line.asked);
  });
});

describe("grades", () => {
  const name = z.string();
  const { drift, quota } = z
    .strictObject({
      drift: z.array(
        z.strictObject({
          name,
          grades: z.record(z.string(), z.array(z.string())),
          drift: z.array(z.tuple([z.string(), z.number(), z.number().nullable(), z.number(), z.boolean()])),
        }),
      ),
      quota: z.array(
        z.strictObject({
          name,
          finals: z.record(z.string(), z.number()),
          quota: z.tuple([z.number(), z.number(), z.number(), z.boolean()]),
        }),
      ),
    })
    .parse(gradeData);

  test.each(drift)("of an assessor beside the others: $name", ({ grades, drift: expected }) => {
    const people = Object.entries(grades).flatMap(([assessor, given]) =>
      given.map((grade, at) => ({
        id: `${assessor}${at}`,
        forms: [graded("mid-term", "opinion", grade, assessor)],
      })),
    );
    const found = assessorDrift(people).map((each) => [
      each.assessor,
      each.mean,
      each.meanOfOthers ?? null,
      Math.round(each.difference * 1000) / 1000,
      each.isFlagged,
    ]);
    expect(found).toEqual(expected);
  });

  test("that are not in, or that officers give themselves, are no assessor's", () => {
    const [checkpoint, form, , , grade, author, on] = graded("end", "assessment", "excellent", "a");
    const forms = ["returned", "draft"].map((state): Digest["forms"][number] => [
      checkpoint,
      form,
      "station",
      state,
      grade,
      author,
      on,
    ]);
    const own: Digest["forms"][number] = [checkpoint, form, "officer", "final", grade, author, on];
    expect(assessorDrift([1, 2, 3].map((id) => ({ id: `${id}`, forms: [...forms, own] })))).toEqual([]);
  });

  test.each(quota)("excellent against the quota: $name", ({ finals, quota: expected }) => {
    const people = Object.entries(finals).flatMap(([grade, count]) =>
      Array.from({ length: count }, () => ({ forms: [graded("end", "assessment", grade, "a")] })),
    );
    const { graded: total, excellent, allowed, isExceeded } = excellentQuota(people, scheme);
    expect([total, excellent, allowed, isExceeded]).toEqual(expected);
  });

  test("an opinion, a quarter and a form that is not final are no overall grade", () => {
    const [checkpoint, form, by, , grade, author, on] = graded("end", "assessment", "excellent", "a");
    const forms: Digest["forms"] = [
      graded("end", "opinion", "excellent", "a"),
      graded("quarter.3", "assessment", "excellent", "a"),
      [checkpoint, form, by, "submitted", grade, author, on],
    ];
    expect(excellentQuota([{ forms }], scheme)).toMatchObject({ graded: 0, excellent: 0, isExceeded: false });
  });
});

function graded(checkpoint: string, form: string, grade: string, by: string): Digest["forms"][number] {
  return [checkpoint, form, "station", "final", grade, by, "2026-08-20"];
}

describe("the award table", () => {
  const counts = z.partialRecord(z.enum(awardLevels), z.number());
  const line = z.tuple([z.number().nullable(), z.number(), z.number().nullable()]);
  const cases = z
    .array(
      z.strictObject({
        name: z.string(),
        headline: z.strictObject({ total: z.number(), parts: counts }).nullable(),
        recorded: counts,
        lines: z.partialRecord(z.enum(awardLevels), line),
        sums: z.record(z.string(), z.number()),
      }),
    )
    .parse(awardData);

  test.each(cases)("$name", ({ headline, recorded, lines, sums }) => {
    const people = Object.entries(recorded).flatMap(([level, count]) =>
      Array.from({ length: count }, () => ({ awards: [level] })),
    );
    const parts = awardLevels.flatMap((level) => {
      const count = headline?.parts[level];
      return count === undefined ? [] : [{ level, count }];
    });
    const table = awardTable(
      [...people, { awards: [] }],
      headline ? { total: headline.total, parts } : undefined,
    );
    const found = table.lines.map((each) => [
      each.level,
      [each.named ?? null, each.recorded, each.difference ?? null],
    ]);
    expect(Object.fromEntries(found)).toEqual(lines);
    expect(table).toMatchObject(sums);
    if (!headline)
      expect([table.total, table.unexplained, table.peopleDifference]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
  });

  test("two awards of one person are two awards and one person", () => {
    const table = awardTable([{ awards: ["commendation", "third-class-merit"] }], undefined);
    expect(table).toMatchObject({ recorded: 2, people: 1 });
  });
});
