import { beforeAll, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "./app.ts";
import { cohortFile } from "./importFile.ts";
import { saveCohort, saveUnits } from "./people.ts";

const id = "202603-cccccc";
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 1);
  await saveCohort(web.store, id);
});

/** The cohort starts on 2026-03-02 for twelve months; the units are on file. */
it.each([
  ["born in 2025", "2025-01", "", ["birth-out-of-bounds"]],
  ["born in 2095", "2095-06", "", ["birth-out-of-bounds"]],
  ["sixteen in the month of the start", "2010-03", "", []],
  ["not yet sixteen", "2010-04", "", ["birth-out-of-bounds"]],
  ["seventy in the month of the start", "1956-03", "", []],
  ["past seventy", "1956-02", "", ["birth-out-of-bounds"]],
  ["a term before its cohort", "1990-05", "2025-03-02", []],
  ["more than a term before it", "1990-05", "2025-03-01", ["start-out-of-bounds"]],
  ["a term after it", "1990-05", "2027-03-02", []],
  ["more than a term after it", "1990-05", "2027-03-03", ["start-out-of-bounds"]],
])("%s", async (_, born, from, codes) => {
  const person = ["705401", "民警", "男", born, "民警", "O1", "B0-S0", "", from];
  const sent = upload(await cohortFile([person]));
  const checked = await bodyOf<{ errors: { code: string }[]; total: number }>(
    web.hr.post(`/cohorts/${id}/imports`, sent),
  );
  expect(checked.errors.map(({ code }) => code)).toEqual(codes);
  expect(checked.total).toBe(codes.length === 0 ? 1 : 0);
});
