import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { problemOf, type TestApp, testApp, upload } from "./app.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

const id = "202603-rrrrrr";
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 3);
  const cohort = await saveCohort(web.store, id);
  for (const [n, number] of ["0705301", "ab-07", "00012"].entries())
    await place(web.store, cohort, { number, station: `B0-S${n}` });
});

describe("our own list as .xlsx, saved by Excel and brought in again", () => {
  it("spoils no number, and headings that are not of the template are refused by name", async () => {
    const answer = await web.hr.page(`/secondments?cohort=${id}&as=xlsx`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const [sheet] = (await readXlsx(bytes)).sheets;
    const texts = sheet?.rows.flat().map(String);
    for (const number of ["0705301", "ab-07", "00012"]) expect(texts).toContain(number);
    const saved = await writeXlsx({ sheets: [{ name: sheet?.name ?? "", rows: sheet?.rows ?? [] }] });
    for (const file of [bytes, saved]) {
      const refused = await problemOf(await web.hr.post(`/cohorts/${id}/imports`, upload(file)));
      expect(refused).toMatchObject({ httpStatus: 422, code: "missing-columns" });
      expect(refused.errors[0]?.message).toContain("性别、出生年月、人员类别、挂职派出所");
    }
  });
});
