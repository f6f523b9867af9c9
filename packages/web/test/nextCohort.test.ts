import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { writeCsv } from "../src/csv.ts";
import { bodyOf, problemOf, testApp, upload } from "./app.ts";
import { csvBytes, headings } from "./import/files.ts";
import { personRow } from "./importFile.ts";
import { grantFurtherTerm, type LastMonthApp, lastMonthApp } from "./lastMonth.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

type Cohort = { id: string; startsOn: string; carried: { from: string; posts: object[]; filled: number } };
const url = "/cohorts/c1/next";

let app: LastMonthApp;
beforeAll(async () => {
  app = await lastMonthApp();
  await place(app.store, app.cohort, { number: "0002", station: "B0-S1", post: "挂职教导员" });
  await place(app.store, app.cohort, { number: "0003", station: "B1-S0" });
  // Two terms at one post are one post.
  await grantFurtherTerm(app);
});

/** Service number, station and post of the rows below the headings, as another program shows them. */
async function rowsOf(response: Response) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row, at) => {
    const cells = [1, 7, 8].map((column) => row.getCell(column).value);
    if (at > 1 && cells.some(Boolean)) rows.push([at, ...cells]);
  });
  return rows;
}

describe("the next cohort", () => {
  test("is offered with scheme and first day filled in, to HR only", async () => {
    const page = await (await app.hr.page(url)).text();
    for (const words of ['value="2026-03-10"', "3 个岗位", 'value="literal" selected'])
      expect(page).toContain(words);
    expect(await (await app.hr.page(url, { language: "en" })).text()).toContain("3 posts are carried over");
    expect(await (await app.hr.page("/cohorts/c1")).text()).toContain(`href="${url}"`);
    expect((await app.approver.get(url)).status).toBe(403);
    expect((await app.hr.get("/cohorts/nobody/next")).status).toBe(404);
    const nobody = await problemOf(await app.hr.post("/cohorts/nobody/next", { name: "第二批" }));
    expect(nobody.httpStatus).toBe(404);
  });

  test("without a name it is refused, and the rest is kept", async () => {
    const response = await app.hr.submit(url, { scheme: "statutory-leave-excluded", startsOn: "2026-04-01" });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const words of ["此项必填", 'value="2026-04-01"', 'value="statutory-leave-excluded" selected'])
      expect(page).toContain(words);
  });

  test("takes over every post once; the same form sent twice makes one cohort", async () => {
    const sent = { name: "第二批", scheme: "literal", startsOn: "2026-03-10", idempotencyKey: "next-1" };
    const first = await app.hr.submit(url, sent);
    const again = await app.hr.submit(url, sent);
    expect([first.status, again.headers.get("Location")]).toEqual([303, first.headers.get("Location")]);
    const location = first.headers.get("Location") ?? "";
    const cohort = await bodyOf<Cohort>(app.hr.get(location));
    expect(cohort).toMatchObject({ startsOn: "2026-03-10", carried: { from: "c1", filled: 0 } });
    expect(cohort.carried.posts).toEqual([
      { station: "B0-S1", name: "第0分局1所", post: "挂职副所长" },
      { station: "B0-S1", name: "第0分局1所", post: "挂职教导员" },
      { station: "B1-S0", name: "第1分局0所", post: "挂职副所长" },
    ]);
  });
});

describe("the template of a cohort that took posts over", () => {
  test("lists stations and posts, with everything about the people empty", async () => {
    const { id } = await bodyOf<Cohort>(app.hr.post(url, { name: "第三批" }));
    expect(await (await app.hr.page(`/cohorts/${id}/imports/new`)).text()).toContain(
      `template.xlsx?cohort=${id}`,
    );
    expect(await rowsOf(await app.hr.get(`/imports/template.xlsx?cohort=${id}`))).toEqual([
      [2, null, "第0分局1所", "挂职副所长"],
      [3, null, "第0分局1所", "挂职教导员"],
      [4, null, "第1分局0所", "挂职副所长"],
    ]);
    expect(await rowsOf(await app.hr.get("/imports/template.xlsx?cohort=c1"))).toEqual([]);
    expect(await rowsOf(await app.hr.get("/imports/template.xlsx?cohort="))).toEqual([]);
  });

  test("rows whose officer is still missing are no rows; the others are checked", async () => {
    const { id } = await bodyOf<Cohort>(app.hr.post(url, { name: "第四批" }));
    const unfilled = ["", "", "", "", "", "", "B0-S1", "挂职教导员", ""];
    const half = ["", "学员7", "", "", "", "", "B0-S2", "挂职副所长", ""];
    const file = csvBytes(writeCsv(headings, [personRow(1, "B0-S1"), unfilled, personRow(2, "B1-S0"), half]));
    const checked = await app.hr.post(`/cohorts/${id}/imports`, upload(file, "名单.csv"));
    const { rows, errors } = await bodyOf<{ rows: number; errors: { row: number; code: string }[] }>(checked);
    expect(rows).toBe(3);
    expect(errors.filter(({ row }) => row === 3)).toEqual([]);
    expect(errors.filter(({ row }) => row === 5)).toHaveLength(5);
    // The officer of the last cohort stays at this post.
    expect(errors.find(({ row }) => row === 2)).toMatchObject({ code: "post-busy" });
  });

  test("the cohort says how many posts are filled", async () => {
    const response = await app.hr.post(url, { name: "第五批", startsOn: "2027-09-01" });
    const { id } = await bodyOf<Cohort>(response);
    const cohort = { ...(await saveCohort(app.store, "scratch", "2027-09-01")), id };
    await place(app.store, cohort, { number: "0009", station: "B1-S0" });
    await place(app.store, cohort, { number: "0010", station: "B1-S1" });
    const page = await (await app.hr.page(`/cohorts/${id}`)).text();
    expect(page).toContain("3 个岗位，已安排 1 个");
    expect(await (await app.hr.page(`/cohorts/${id}`, { language: "en" })).text()).toContain(
      "1 of them filled",
    );
    expect((await bodyOf<Cohort>(app.hr.get(`/cohorts/${id}`))).carried.filled).toBe(1);
  });
});

test("a post that is kept for an undecided request is refused when the file is checked", async () => {
  const other = await lastMonthApp();
  await other.officer.post("/secondments/c1-0001/extension", { months: 6, reason: "案件尚在办理" });
  const { id } = await bodyOf<Cohort>(other.hr.post(url, { name: "第二批" }));
  const file = csvBytes(writeCsv(headings, [personRow(1, "B0-S1")]));
  const checked = await other.hr.post(`/cohorts/${id}/imports`, upload(file, "名单.csv"));
  expect(await bodyOf(checked)).toMatchObject({ errors: [{ row: 2, code: "post-busy" }] });
});

test("pages that name no cohort show the newest that has begun and has people", async () => {
  const app = await testApp();
  await saveUnits(app.store, 2, 4);
  const older = await saveCohort(app.store, "c1", "2025-09-01");
  await place(app.store, older, { number: "0001", station: "B0-S1" });
  const newer = await saveCohort(app.store, "c2", "2026-03-01");
  await saveCohort(app.store, "c3", "2026-09-01");
  const shown = async () => {
    const list = await bodyOf<{ items: { officer: { serviceNumber: string } }[] }>(
      app.hr.get("/secondments"),
    );
    const page = await app.hr.page("/assessments");
    return [page.headers.get("Location"), list.items.map(({ officer }) => officer.serviceNumber).join()];
  };
  expect(await shown()).toEqual(["/cohorts/c1/assessments", "0001"]);
  const station = await app.as({ id: "station-1", role: "station", unit: "B0-S1" });
  expect(await bodyOf(station.get("/assessments"))).toMatchObject({ cohort: "c1", people: 1 });
  await place(app.store, newer, { number: "0002", station: "B0-S2" });
  expect(await shown()).toEqual(["/cohorts/c2/assessments", "0002"]);
});
