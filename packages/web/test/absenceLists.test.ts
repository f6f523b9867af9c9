import { beforeAll, describe, expect, test } from "vitest";
import { type PageTable, tablesOf } from "../src/sheet/tables.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";

const person = idOf("100003");
const pages = ["", "/print", "/explanation", "/ruling", "/ruling/print"];
const columns = {
  "zh-CN": ["工作日", "计入天数", "未计入原因"],
  en: ["Working days", "Counted days", "Why not counted"],
} as const;

type Counted = {
  count: { countedDays: number; pendingDays: number };
  absences: { workingDays: number; countedDays: number; uncounted: { rule: string; days: number }[] }[];
};
let app: PopulatedApp;
let json: Counted;
beforeAll(async () => {
  app = await populatedApp();
  await approved(app, person, { class: "sick", from: "2025-11-03", to: "2025-11-11" });
  await approved(app, person, { class: "personal", from: "2025-11-10", to: "2025-11-13", toHalf: "am" });
  await approved(app, person, {
    class: "ordered-duty",
    from: "2025-12-01",
    to: "2025-12-08",
    orderedBy: "host",
  });
  await approved(app, person, { class: "annual", from: "2026-08-24", to: "2026-08-28" });
  await record(app.hr, person, { class: "sick", from: "2026-03-09", to: "2026-03-10" });
  json = (await (await app.hr.get(`/secondments/${person}`)).json()) as Counted;
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The list of absences of a page: the table that has days and counted days beside each other. */
function listOf(html: string, language: keyof typeof columns): { table: PageTable; at: number[] } {
  const table = tablesOf(html).tables.find(({ headings }) =>
    columns[language].every((each) => headings.includes(each)),
  );
  if (!table) throw new Error("no list of absences");
  return { table, at: columns[language].map((each) => table.headings.indexOf(each)) };
}

describe("every list of absences adds up to its headline", () => {
  test("the case as JSON", () => {
    const { count, absences } = json;
    expect([count.countedDays, count.pendingDays]).toEqual([10.5, 2]);
    expect(sum(absences.map((each) => each.countedDays))).toBe(count.countedDays);
    for (const { workingDays, countedDays, uncounted } of absences)
      expect(countedDays + sum(uncounted.map(({ days }) => days))).toBe(workingDays);
  });

  test("the list of absences as JSON is the same", async () => {
    const { items } = (await (await app.hr.get(`/secondments/${person}/absences`)).json()) as {
      items: Counted["absences"];
    };
    expect(items).toEqual(json.absences);
  });

  for (const language of ["zh-CN", "en"] as const)
    test.each(pages)(`page %s (${language})`, async (path) => {
      const answer = await app.hr.page(`/secondments/${person}${path}`, { language });
      expect(answer.status).toBe(200);
      const { table, at } = listOf(await answer.text(), language);
      const [working = -1, counted = -1, why = -1] = at;
      const rows = table.rows.slice(0, -1);
      const total = table.rows.at(-1);
      expect(rows.length).toBeGreaterThan(2);
      for (const column of [working, counted])
        expect(sum(rows.map((row) => Number(row[column])))).toBe(total?.[column]);
      expect(total?.[counted]).toBe(json.count.countedDays);
      for (const row of rows) expect(row[why] === null).toBe(row[working] === row[counted]);
    });
});
