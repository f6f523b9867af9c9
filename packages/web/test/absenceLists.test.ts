import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { tablesOf } from "../src/sheet/tables.ts";
import { formatDays } from "../src/ui/format.ts";
import { languages } from "../src/ui/text.ts";
import { countedIn, daysInReasons, listsOn, pagesAbout, sum, tablesInWorkbook } from "./countedLists.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";
import { textFor } from "./ui/texts.ts";

const person = idOf("100003");
const url = `/secondments/${person}`;
const ruled = idOf("100001");
const atStation = idOf("200004");
const month = { key: "attendance.2026-02", by: "station" };
const formOf = (id: string) => `/secondments/${id}/checkpoints/${month.key}/forms/${month.by}`;
const names = { ...month, absenceId: "a1", fid: "f1", rid: "r1" };
const counted = 12.5;
/** Working days that February counts of the two people at the station. */
const filedDays = 2;
const openDays = 1.5;

type Counted = {
  count: { countedDays: number; pendingDays: number };
  absences: { workingDays: number; countedDays: number; uncounted: { rule: string; days: number }[] }[];
};
let app: PopulatedApp;
let json: Counted;
beforeAll(async () => {
  app = await populatedApp();
  await app.otherStation.post(`${url}/report-in`, { on: "2025-08-26" });
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
  await approved(app, ruled, {
    class: "ordered-duty",
    from: "2026-01-05",
    to: "2026-01-06",
    orderedBy: "host",
  });
  await approved(app, ruled, { class: "sick", from: "2025-11-03", to: "2025-11-24", toHalf: "am" });
  await served();
  await approved(app, person, { class: "sick", from: "2026-02-03", to: "2026-02-04" });
  await approved(app, atStation, { class: "sick", from: "2026-02-05", to: "2026-02-06", toHalf: "am" });
  const filed = await app.otherStation.post(formOf(person), { countedDays: filedDays });
  expect(filed.status, await filed.clone().text()).toBeLessThan(300);
  json = (await (await app.hr.get(url)).json()) as Counted;
});

/** Somebody over the limit is ruled and the notice served. */
async function served() {
  const of = `/secondments/${ruled}`;
  const reason = "核对台账";
  const answers = [
    await app.officer.post(`${of}/statements`, { words: "无异议" }),
    await app.hr.post(`${of}/rulings`, { outcome: "not-recognised", reason }),
    await app.approver.post(`${of}/rulings/r1/approve`, { reason }),
    await app.hr.post(`${of}/rulings/r1/notice`, { number: "示例〔2026〕1号" }),
  ];
  for (const answer of answers) expect(answer.status, await answer.clone().text()).toBeLessThan(300);
}

describe("every list of absences adds up to its headline", () => {
  test("the case as JSON", () => {
    const { count, absences } = json;
    expect([count.countedDays, count.pendingDays]).toEqual([counted, 2]);
    expect(sum(absences.map((each) => each.countedDays))).toBe(count.countedDays);
    for (const { workingDays, countedDays, uncounted } of absences)
      expect(countedDays + sum(uncounted.map(({ days }) => days))).toBe(workingDays);
  });

  test("the list of absences as JSON is the same", async () => {
    const { items } = (await (await app.hr.get(`${url}/absences`)).json()) as {
      items: Counted["absences"];
    };
    expect(items).toEqual(json.absences);
  });

  describe.each(languages)("in %s", (language) => {
    const text = textFor(language);

    test("pages and prints about one person, whichever they are", async () => {
      const found = await listsOn(app.hr, pagesAbout(person, names), language);
      const pages = ["", "/explanation", "/print", "/ruling", "/ruling/print"];
      expect(found).toEqual({
        ...Object.fromEntries(pages.map((page) => [url + page, [counted]])),
        [`${url}/assessments/f1`]: [filedDays],
      });
    });

    test("the notice of a ruling, beside what the ruling says", async () => {
      const { "/secondments/batch-1-100001/rulings/r1/notice": notice, ...others } = await listsOn(
        app.hr,
        pagesAbout(ruled, names),
        language,
      );
      expect(notice).toEqual([15.5]);
      expect(Object.values(others).flat()).toEqual([15.5, 15.5, 15.5, 15.5, 15.5]);
    });

    test("the form of a month, which counts the month", async () => {
      const form = formOf(atStation);
      const found = await listsOn(app.otherStation, pagesAbout(atStation, names), language);
      expect(found[form]).toEqual([openDays]);
      const said = async (path: string) => (await app.otherStation.page(path, { language })).text();
      const sentence = (days: number) => text.assessmentPage.attendanceCount({ days: formatDays(days) });
      expect(await said(form)).toContain(sentence(openDays));
      expect(await said(`${url}/assessments/f1`)).toContain(sentence(filedDays));
    });

    test("the case as a workbook", async () => {
      const answer = await app.hr.page(`${url}?as=xlsx`, { language });
      const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
      expect(countedIn(tablesInWorkbook(sheets, language), language)).toEqual([counted]);
    });

    test("the workbook of the cohort", async () => {
      const answer = await app.hr.page("/cohorts/batch-1/workbook.xlsx", { language });
      const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
      expect(countedIn(tablesInWorkbook(sheets, language), language)).toEqual([counted + 15.5 + openDays]);
    });

    test("the desk, where a row says what waits of it", async () => {
      const html = await (await app.approver.page("/?whose=all", { language })).text();
      const table = tablesOf(html).tables.find(({ headings }) => headings.includes(text.todoPage.request));
      const cell = (row: (typeof table & object)["rows"][number], heading: string) =>
        row[table?.headings.indexOf(heading) ?? -1] ?? null;
      const rows = table?.rows ?? [];
      expect(rows).toHaveLength(1);
      for (const row of rows)
        expect(
          Number(cell(row, text.secondmentPage.countedDaysColumn)) +
            daysInReasons(String(cell(row, text.todoPage.note)).split(" · ")[0] ?? "", language),
        ).toBe(cell(row, text.todoPage.workingDays));
    });

    test("the officer's start page, also on a phone", async () => {
      const officer = await app.as({ id: "o-3", role: "officer", serviceNumber: "100003" });
      const html = await (await officer.page("/", { language })).text();
      const about = html.match(/data-l=(?:"[^"]*"|[^>\s]*)>([^<]*2026-03-09[^<]*)/)?.[1] ?? "";
      const words = text.secondmentPage;
      expect(about.split(" · ").slice(2)).toEqual([
        text.homePage.days({ days: "2" }),
        words.counts({ days: "0" }),
        words.uncountedDays({ rule: words.uncountedRule.pending, days: "2" }),
      ]);
    });
  });
});

describe("more absences than a sheet has lines", () => {
  const many = idOf("100002");
  beforeAll(async () => {
    for (let day = 1; day <= 24; day += 1) {
      const on = `2025-12-${String(day).padStart(2, "0")}`;
      await approved(app, many, {
        class: day % 3 === 0 ? "personal" : "sick",
        from: on,
        to: on,
        fromHalf: "pm",
      });
    }
  });

  test.each(languages)("have a line a class, which adds up all the same, in %s", async (language) => {
    const path = `/secondments/${many}/explanation`;
    const { count } = (await (await app.hr.get(`/secondments/${many}`)).json()) as Counted;
    expect(await listsOn(app.hr, [path], language)).toEqual({ [path]: [count.countedDays] });
    const html = await (await app.hr.page(path, { language })).text();
    const [, list] = tablesOf(html).tables;
    expect(list?.caption).toContain("24");
    expect(list?.rows).toHaveLength(3);
  });
});
