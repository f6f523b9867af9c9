import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheets } from "../../src/import/spreadsheet.ts";
import { templateCsv } from "../../src/import/template.ts";
import { headings, listFile, person } from "./files.ts";
import { xlsFile } from "./xlsFile.ts";

const known = new Set([
  "file-empty",
  "file-encrypted",
  "file-too-large",
  "file-unreadable",
  "missing-columns",
  "repeated-columns",
  "too-many-rows",
]);
const people = Array.from({ length: 20 }, (_, index) => person(index));

describe("a damaged file", () => {
  it.each([
    ["xlsx", () => listFile(people)],
    ["xls", async () => xlsFile([headings, ...people])],
    ["csv", async () => templateCsv("zh-CN")],
  ] as const)("(.%s) is read or refused, never a fault", async (_format, make) => {
    const whole = await make();
    const place = fc.integer({ min: 4, max: whole.length - 1 });
    const damage = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.option(place), async (changes, length) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const outcome = await readSheets(bytes.subarray(0, length ?? whole.length), "名单");
        if (!outcome.ok) expect(known).toContain(outcome.refusals[0]?.code);
      }),
      { numRuns: 200 },
    );
  });
});
