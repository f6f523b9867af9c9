import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { fillTemplate, personRow, unitRows } from "./cohortFile.ts";
import { confirm, upload, wouldRow } from "./importSteps.ts";
import { cellsOf, placeOf, type Reading, readings, site, type Visit } from "./site.ts";
import { spoiltList } from "./spoiltList.ts";
import {
  answerAndConfirm,
  prepare,
  seeChecked,
  seeStored,
  seeUnanswered,
  startsOn,
  uploadSpoilt,
} from "./spoiltSteps.ts";

const people = [1, 2, 3, 4, 5].map((number) => personRow(number));
/** Each reading brings in the next cohort for the same people and posts, from the day on which the last one has ended. */
const startOf = (reading: Reading) => `${2026 + placeOf(reading)}-03-02`;

describe.skipIf(!hasBrowser)("bring a cohort in (skipped without Chromium)", () => {
  const { visiting } = site({ isEmpty: true });

  test.each(readings)("from the template, in $language, JavaScript $javaScript", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const cohort = await createCohort(visit, startOf(reading));
      const template = await downloadTemplate(visit);
      await seeRowProblems(visit, await fillTemplate(template, withMistakes(people)));
      await importRightFile(visit, await fillTemplate(template, people));
      await importAgain(visit, cohort, await fillTemplate(template, people));
      await seeRefusedRow(visit, cohort, template);
    });
  });

  test("a wrong heading left out, two sheets, the person without a zero is the one known: Chinese, with the script", async () => {
    const reading: Reading = { language: "zh-CN", javaScript: true };
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const list = spoiltList(reading);
      const cohort = await prepare(visit, list);
      await uploadSpoilt(visit, cohort, list, "开始日期");
      await seeChecked(visit, list, "开始日期");
      await seeUnanswered(visit, list, "开始日期");
      await answerAndConfirm(visit, list, "same");
      const known = (number: string) => (number === String(list.eaten) ? list.known : number);
      const people = list.sheets.flat().map((each) => ({
        ...each,
        serviceNumber: known(each.serviceNumber),
        from: startsOn,
      }));
      await seeStored(visit, cohort, people);
    });
  });

  test("a wrong heading put right, two sheets, the person without a zero is another: English, without the script", async () => {
    const reading: Reading = { language: "en", javaScript: false };
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const list = spoiltList(reading);
      const cohort = await prepare(visit, list);
      await uploadSpoilt(visit, cohort, list, "Begins on");
      await seeChecked(visit, list, "Begins on");
      // axe is a script: the same page in a window that runs scripts
      await visiting({ language: "en", as: { persona: "hr" } }, async (scripted) => {
        await scripted.page.goto(visit.page.url());
        await seeUnanswered(scripted, list, "Begins on");
      });
      await uploadSpoilt(visit, cohort, list);
      await answerAndConfirm(visit, list, "another");
      await seeStored(visit, cohort, list.sheets.flat());
    });
  });
});

async function createCohort({ page, text }: Visit, startsOn: string): Promise<string> {
  const words = text.cohortPage;
  await page.goto("/");
  await page.getByRole("link", { name: text.nav.cohorts, exact: true }).click();
  await page.getByRole("link", { name: words.create }).click();
  await page.getByRole("button", { name: text.common.save }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  expect(await page.locator(".govuk-error-message").count()).toBe(3);
  await page.getByLabel(words.name, { exact: true }).fill(`批次 ${startsOn}`);
  await page.getByLabel(words.scheme, { exact: true }).selectOption("literal");
  await page.getByLabel(words.startsOn, { exact: true }).fill(startsOn);
  await page.getByRole("button", { name: text.common.save }).click();
  await page.getByRole("heading", { name: `批次 ${startsOn}` }).waitFor();
  await page.getByText(text.importPage.none).waitFor();
  const path = new URL(page.url()).pathname;
  await page.getByRole("link", { name: words.import, exact: true }).click();
  return path;
}

async function downloadTemplate({ page, text }: Visit): Promise<Uint8Array> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: text.importPage.templateXlsx }).click();
  return readFile(await (await arriving).path());
}

/** A sex that is none, a month that is none, a station that nobody knows: rows 2, 3 and 4 of the sheet. */
function withMistakes(rows: readonly string[][]): string[][] {
  const mistakes = [
    { column: 2, value: "x" },
    { column: 3, value: "1995-13" },
    { column: 6, value: "B9-99" },
  ];
  return rows.map((row, index) =>
    row.with(mistakes[index]?.column ?? 0, mistakes[index]?.value ?? row[0] ?? ""),
  );
}

async function seeRowProblems(visit: Visit, file: Buffer): Promise<void> {
  const { page, text } = visit;
  const words = text.importPage;
  await page.getByRole("button", { name: words.upload }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  await upload(visit, file);
  const rows = page.locator("#problems tbody tr");
  await rows.first().waitFor();
  const cells = await Promise.all((await rows.all()).map(cellsOf));
  expect(cells.map(([, row]) => row)).toEqual(["2", "3", "4"]);
  for (const [, , column, message] of cells) expect(`${column}${message}`).not.toMatch(/undefined|^$/);
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: words.downloadProblems }).click();
  const lines = (await readFile(await (await arriving).path(), "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(4);
  await page.getByRole("link", { name: words.again }).click();
}

async function importRightFile(visit: Visit, file: Buffer): Promise<void> {
  const { page, text } = visit;
  const words = text.importPage;
  await upload(visit, file);
  await page.getByText(words.noProblems).waitFor();
  expect(await cellsOf(wouldRow(visit, words.secondments))).toEqual([words.secondments, "5", "0", "0"]);
  expect(await confirm(visit)).toBe(0);
  await page.getByRole("link", { name: words.toPeople }).click();
  await page.getByText(text.secondmentList.shown({ from: 1, to: 5, total: 5 })).waitFor();
}

async function importAgain(visit: Visit, cohort: string, file: Buffer): Promise<void> {
  const { page, text } = visit;
  const words = text.importPage;
  await page.goto(`${cohort}/imports/new`);
  await upload(visit, file);
  expect(await cellsOf(wouldRow(visit, words.secondments))).toEqual([words.secondments, "0", "0", "5"]);
  expect(await confirm(visit)).toBe(0);
  const all = String(unitRows.length + people.length);
  await page.getByText(words.finished({ created: "0", alreadyThere: all, refused: "0" })).waitFor();
  await page.goto(cohort);
  const total = page.getByRole("link", { name: `5 ${text.cohortPage.total}`, exact: true });
  await total.waitFor();
}

/** Two checked files want the same post: whoever confirms second is told row by row. */
async function seeRefusedRow(visit: Visit, cohort: string, template: Uint8Array): Promise<void> {
  const { page, text } = visit;
  const checked: string[] = [];
  for (const number of [6, 7]) {
    await page.goto(`${cohort}/imports/new`);
    await upload(visit, await fillTemplate(template, [personRow(number, 6)]));
    await page.getByText(text.importPage.noProblems).waitFor();
    checked.push(page.url());
  }
  const refused: number[] = [];
  for (const url of checked) {
    await page.goto(url);
    refused.push(await confirm(visit));
  }
  expect(refused).toEqual([0, 1]);
  await page.getByText(text.importPage.refusedTable({ count: 1 })).waitFor();
}
