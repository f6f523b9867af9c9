import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { expect } from "vitest";
import { expectSound } from "./looks.ts";
import { cellsOf, jsonOf, type Visit } from "./site.ts";
import { type ListedPerson, type SpoiltList, spoiltFile } from "./spoiltList.ts";

/** The first day of the cohort that the spoilt file goes into. */
export const startsOn = "2026-03-02";

/** A cohort, and the person whose number keeps its zero: as JSON clients do it. */
export async function prepare({ context, text }: Visit, list: SpoiltList): Promise<string> {
  const headers = { Accept: "application/json" };
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  for (const [code, name, kind, parent] of list.units.slice(0, 2))
    await post("/units", { code, name, kind, ...(parent && { parent }) });
  const spoilt = list.sheets.flat().find(({ serviceNumber }) => serviceNumber === String(list.eaten));
  const { name, sex, birthMonth } = spoilt ?? {};
  const facts = { name, sex, birthMonth, kind: "officer", homeUnit: "EO" };
  await post("/officers", { serviceNumber: list.known, ...facts });
  const cohort = { name: `两表 ${text.language}`, scheme: "literal", startsOn };
  return `/cohorts/${(await post("/cohorts", cohort)).id}`;
}

/** Uploads through the page of the import, where the template and the list to change are offered. */
export async function uploadSpoilt(visit: Visit, cohort: string, list: SpoiltList, startHeading?: string) {
  const { page, text } = visit;
  const words = text.importPage;
  await page.goto(`${cohort}/imports/new`);
  expect(await page.getByRole("link", { name: words.listXlsx }).getAttribute("href")).toBe(
    `${cohort}/list.xlsx`,
  );
  const template = await download(visit, words.templateXlsx);
  const buffer = await spoiltFile(template, list, startHeading);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel(words.file).setInputFiles({ name: "两表.xlsx", mimeType, buffer });
  await page.getByRole("button", { name: words.upload }).click();
  await page.locator("#understood").waitFor();
}

/** The check says both sheets, "did you mean", the column of the clerk's own, and asks about the number without its zero. */
export async function seeChecked(visit: Visit, list: SpoiltList, startHeading: string): Promise<void> {
  const { page, text } = visit;
  const words = text.importPage;
  const read = await page.locator("#understood li").allTextContents();
  expect(read.filter((line) => line.includes(words.secondments))).toHaveLength(2);
  const problems = await page.locator("#problems tbody tr").allTextContents();
  const sentence = text.refusals["column-near-miss"]({
    heading: startHeading,
    meant: "起始日期",
    meantEnglish: "Start date",
  });
  expect(problems.filter((line) => line.includes(sentence))).toHaveLength(2);
  expect(problems.filter((line) => line.includes(list.known))).toHaveLength(1);
  expect(await page.locator("#notices tbody tr").allTextContents()).toHaveLength(2);
}

/** Nothing is chosen beforehand, and a confirmation without an answer is refused at both questions at once. */
export async function seeUnanswered(visit: Visit, list: SpoiltList, startHeading: string): Promise<void> {
  const { page, text } = visit;
  await expectSound(visit);
  expect(await page.locator("#same-person input:checked").count()).toBe(0);
  await confirmButton(visit).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  const said = await page.locator(".govuk-error-summary li").allTextContents();
  expect(said).toEqual([
    expect.stringContaining(text.refusals["columns-unanswered"]({ columns: startHeading })),
    expect.stringMatching(new RegExp(`2.*${text.refusals["same-person-undecided"]({ known: list.known })}$`)),
  ]);
  await expectSound(visit);
}

/** Ticks the column where it is to be left out, says who the person is, confirms and waits until all are stored. */
export async function answerAndConfirm(visit: Visit, list: SpoiltList, is: "same" | "another") {
  const { page, text, javaScript } = visit;
  const words = text.importPage;
  const { known, eaten } = list;
  const label = is === "same" ? words.isSame({ known }) : words.isAnother({ number: String(eaten), known });
  for (const tick of await page.getByRole("checkbox").all()) await tick.check();
  await page.getByRole("radio", { name: label, exact: true }).check();
  await confirmButton(visit).click();
  const people = page.getByRole("link", { name: words.toPeople });
  const refresh = page.getByRole("link", { name: text.common.refresh });
  while (!javaScript && (await people.or(refresh).first().textContent()) === text.common.refresh)
    await refresh.click();
  await people.waitFor();
  await page.getByText(words.noneRefused).waitFor();
  await people.click();
  await page.getByText(text.secondmentList.shown({ from: 1, to: 4, total: 4 })).waitFor();
}

function confirmButton({ page, text }: Visit) {
  const any = text.importPage.confirm({ rows: "\\d+", more: 1 });
  return page.getByRole("button", { name: new RegExp(any) });
}

/** What is stored is what the two sheets say, person by person; the list offered at the cohort says the same. */
export async function seeStored(visit: Visit, cohort: string, expected: readonly ListedPerson[]) {
  const { page, text, context } = visit;
  const { items } = await jsonOf(context, `/secondments?cohort=${cohort.split("/").at(-1)}`);
  const stored = items.map(({ officer, hostStation, term }: Stored) => ({
    ...officer,
    hostStation: hostStation.code,
    from: term.from,
  }));
  const ordered = expected.toSorted((one, other) => (one.serviceNumber < other.serviceNumber ? -1 : 1));
  expect(stored).toEqual(ordered);
  const shown = await Promise.all((await page.locator("main tbody tr").all()).map(cellsOf));
  for (const [at, { serviceNumber, name }] of ordered.entries())
    expect(shown[at]).toEqual(expect.arrayContaining([serviceNumber, name]));
  await page.goto(cohort);
  const [sheet] = (await readXlsx(await download(visit, text.importPage.listXlsx))).sheets;
  const listed = sheet?.rows.slice(1).filter(([number]) => number);
  expect(listed?.map(([number, name, , month]) => [number, name, month])).toEqual(
    ordered.map(({ serviceNumber, name, birthMonth }) => [serviceNumber, name, birthMonth]),
  );
  expect(listed?.map((row) => row[8])).toEqual(ordered.map(({ from }) => from));
}

type Stored = { officer: object; hostStation: { code: string }; term: { from: string } };

async function download({ page }: Visit, name: string): Promise<Uint8Array> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  return readFile(await (await arriving).path());
}
