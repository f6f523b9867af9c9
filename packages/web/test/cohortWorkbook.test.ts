import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { listUnits } from "@dunmiao/store/unit";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { approved, idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";
import { actingOn, saveCohort } from "./people.ts";

const path = "/cohorts/batch-1/workbook.xlsx";
/** Lines above the headings of the first three sheets. */
const above = 2;
type Listed = { items: { officer: { serviceNumber: string }; count: { countedDays: number } }[] };

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  await approved(app, idOf("100001"), { class: "sick", from: "2025-09-01", to: "2025-09-03" });
  await approved(app, idOf("100002"), {
    class: "ordered-duty",
    from: "2025-09-01",
    to: "2025-09-02",
    orderedBy: "bureau",
  });
  await record(app.hr, idOf("100003"), { class: "sick", from: "2025-09-01", to: "2025-09-01" });
  // The cohort before: one person of the first branch, 2 days by the same day of the term and 1 after it.
  const earlier = await saveCohort(app.store, "batch-0", "2024-08-26");
  const acting = actingOn(app.store);
  const ground = await planGround(acting, earlier, await listUnits(app.store));
  const officer = {
    serviceNumber: "100001",
    name: "民警100001",
    sex: "female",
    birthMonth: "1994-05",
    kind: "officer",
    homeUnit: "JG-01",
  } as const;
  const placed = await placeOfficer(acting, { officer, hostStation: "42010201", post: "挂职副所长" }, ground);
  expect(placed.ok).toBe(true);
  await approved(app, "batch-0-100001", { class: "sick", from: "2024-10-08", to: "2024-10-09" });
  await approved(app, "batch-0-100001", { class: "sick", from: "2025-03-03", to: "2025-03-03" });
});

async function sheetsOf(language: "zh-CN" | "en") {
  const answer = await app.hr.page(path, { language });
  expect(answer.headers.get("Content-Type")).toContain("spreadsheetml");
  expect(answer.headers.get("Content-Disposition")).toContain("attachment");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { bytes, sheets: (await readXlsx(bytes)).sheets };
}
const column = (rows: readonly (readonly unknown[])[], heading: string) => {
  const at = rows[above]?.indexOf(heading) ?? -1;
  expect(at, heading).toBeGreaterThanOrEqual(0);
  return rows.slice(above + 1).map((row) => row[at] ?? null);
};

describe("the workbook of a cohort", () => {
  test("has everybody with the count that the list shows, and sums that add up", async () => {
    const { sheets } = await sheetsOf("zh-CN");
    expect(sheets.map(({ name }) => name)).toEqual(["人员", "不在岗记录", "考核节点", "分局对比"]);
    const people = sheets[0]?.rows ?? [];
    expect(people.slice(0, above).map(([first]) => first)).toEqual([
      "第一批 · 人员",
      "示例市公安局 · 截至 2026-03-02 · 未设筛选条件",
    ]);
    const { items } = (await (await app.hr.get("/secondments?cohort=batch-1&sort=number")).json()) as Listed;
    const numbers = column(people, "警号");
    expect(numbers.slice(0, -1)).toEqual(items.map(({ officer }) => officer.serviceNumber));
    const counted = column(people, "累计不在岗天数").map(Number);
    expect(counted.slice(0, -1)).toEqual(items.map(({ count }) => count.countedDays));
    expect(column(people, "审批中天数").map(Number)).toEqual([0, 0, 1, 0, 1]);
    expect(counted.at(-1)).toBe(3);
    const absences = sheets[1]?.rows ?? [];
    expect(column(absences, "工作日")).toEqual([3, 2, 1, 6]);
    expect(column(absences, "计入天数")).toEqual([3, 0, 0, counted.at(-1)]);
    expect(column(absences, "未计入原因").slice(0, -1)).toEqual([
      null,
      expect.stringContaining("2 天"),
      expect.stringContaining("1 天"),
    ]);
  });

  test("has every checkpoint of every person", async () => {
    const { sheets } = await sheetsOf("zh-CN");
    const checkpoints = sheets[2]?.rows ?? [];
    const numbers = column(checkpoints, "警号");
    for (const number of ["100001", "200004"] as const) {
      const { checkpoints: own } = (await (await app.hr.get(`/secondments/${idOf(number)}`)).json()) as {
        checkpoints: { dueOn: string }[];
      };
      const due = column(checkpoints, "截止日期").filter((_, at) => numbers[at] === number);
      expect(due).toEqual(own.map(({ dueOn }) => dueOn));
    }
  });

  test("sets the districts beside those of the last cohort on the same day of the term", async () => {
    const { sheets } = await sheetsOf("zh-CN");
    const [, , told, headings, ...rows] = sheets[3]?.rows ?? [];
    expect(told?.[0]).toContain("截至 2026-03-02");
    expect(told?.[0]).toContain("2025-03-02");
    expect(headings?.[0]).toBe("分局");
    expect(rows).toEqual([
      ["江岸分局", 2, 1.5, 1, 2, -0.5],
      ["江汉分局", 2, 0, 0, null, null],
      ["全部分局", 4, 0, 1, 2, -2],
    ]);
  });

  test("opens in another program: text stays text, figures stay figures, the chart shows the medians", async () => {
    const { bytes } = await sheetsOf("en");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "People",
      "Absences",
      "Checkpoints",
      "Districts",
    ]);
    const row = book.getWorksheet("People")?.getRow(above + 2);
    expect([row?.getCell(1).value, row?.getCell(4).value, row?.getCell(13).value]).toEqual([
      "100001",
      "1994-05",
      3,
    ]);
    const chart = strFromU8(unzipSync(bytes)["xl/charts/chart1.xml"] ?? new Uint8Array());
    expect(chart).toContain("'Districts'!$C$5:$C$6");
    expect(chart).toContain("'Districts'!$E$5:$E$6");
  });

  test("is for who sees the whole cohort, and offered to nobody else", async () => {
    for (const client of [app.approver, app.inspector, app.auditor])
      expect((await client.get(path)).status).toBe(200);
    for (const client of [app.station, app.branch, app.sending, app.officer])
      expect((await client.get(path)).status).toBe(403);
    expect((await app.hr.get("/cohorts/nobody/workbook.xlsx")).status).toBe(404);
    expect(await (await app.hr.page("/cohorts/batch-1")).text()).toContain(`href="${path}"`);
  });
});
