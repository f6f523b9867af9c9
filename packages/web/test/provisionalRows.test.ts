import { type Language, languages } from "@dunmiao/web/ui/text";
import { beforeAll, expect, test } from "vitest";
import { bodyOf, type TestApp, testApp } from "./app.ts";
import { record } from "./fixture.ts";
import { place, saveCohort, saveUnits } from "./people.ts";
import { textFor } from "./ui/texts.ts";

/** From 2026-03-02: every term reaches into 2027, whose notice is not published. */
const cohortId = "202603-cccccc";
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await saveUnits(app.store, 1, 3);
  const cohort = await saveCohort(app.store, cohortId);
  for (const [at, number] of ["7001", "7002", "7003"].entries())
    await place(app.store, cohort, { number, station: `B0-S${at}` });
  await record(app.hr, `${cohortId}-7002`, { class: "sick", from: "2026-03-09", to: "2026-03-10" });
  await record(app.hr, `${cohortId}-7003`, { class: "sick", from: "2027-01-06", to: "2027-01-07" });
});

/** How often a page says it of a row, and whether it says it once of the table. */
async function marksOn(url: string, language: Language): Promise<[number, boolean]> {
  const { common } = textFor(language);
  const html = await (await app.hr.page(url, { language })).text();
  const marks = html.split(`<span class="dm-provisional">${common.provisional}</span>`).length - 1;
  return [marks, html.includes(common.provisionalHint)];
}

test.each(languages)(
  "a row is marked where one of its days is provisional, the table once (%s)",
  async (language) => {
    expect(await marksOn(`/secondments?cohort=${cohortId}`, language)).toEqual([1, true]);
    expect(await marksOn("/officers/7001", language)).toEqual([0, true]);
    expect(await marksOn("/officers/7002", language)).toEqual([0, true]);
    expect(await marksOn("/officers/7003", language)).toEqual([1, true]);
    const [onTodos] = await marksOn("/tasks?whose=all", language);
    expect(onTodos).toBeGreaterThan(0);
    expect(onTodos).toBeLessThan(4);
    const { items } = await bodyOf<{ items: { id: string }[] }>(app.hr.get("/secondments?provisional=true"));
    expect(items.map(({ id }) => id)).toEqual([`${cohortId}-7003`]);
    const csv = await (await app.hr.get("/secondments.csv", { language })).text();
    const lines = csv
      .split("\r\n")
      .filter((line) => line.endsWith(`,${textFor(language).secondmentList.yesProvisional}`));
    expect(lines).toHaveLength(1);
  },
);
