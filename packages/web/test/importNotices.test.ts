import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "./app.ts";
import { csvBytes, headings } from "./import/files.ts";
import { personRow, unitRows } from "./importFile.ts";
import { saveCohort, saveUnits } from "./people.ts";

type Place = {
  sheet?: string;
  sheetName?: string;
  row?: number;
  column?: string;
  code: string;
  message: string;
};
type Checked = {
  id: string;
  total: number;
  errors: Place[];
  notices: Place[];
  unanswered?: string[];
  understood: {
    sheets: { name: string; holds: string; rows: number }[];
    people: ({ row: number; isRandom: boolean } & Record<string, unknown>)[];
    units: { row: number; code: string }[];
  };
};

const id = "202603-aaaaaa";
const renamed = headings.with(7, "职务").with(8, "开始日期");
const row = (index: number) => personRow(index, `B0-S${index % 4}`, { post: `岗位${index}` });
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 4);
  await saveCohort(web.store, id);
});

async function check(
  sheets: Parameters<typeof writeXlsx>[0]["sheets"],
  leaveOut: string[] = [],
): Promise<Checked> {
  const form = upload(await writeXlsx({ sheets }));
  for (const heading of leaveOut) form.append("leaveOut", heading);
  const response = await web.hr.post(`/cohorts/${id}/imports`, form);
  expect(response.status).toBe(201);
  return bodyOf<Checked>(response);
}

describe("what a file was understood to say", () => {
  it("comes with the check: sheets, the first rows and one at random as they would be stored", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(index + 1));
    const { understood } = await check([
      { name: "挂职名单", rows: [headings, ...rows] },
      { name: "单位", rows: [["单位代码", "单位名称", "单位类别", "上级单位"], ...unitRows(1, 1)] },
    ]);
    expect(understood.sheets).toEqual([
      { name: "挂职名单", holds: "secondments", rows: 30 },
      { name: "单位", holds: "units", rows: 4 },
    ]);
    expect(understood.people.map(({ row: at, isRandom }) => (isRandom ? "random" : at))).toEqual([
      2,
      3,
      4,
      "random",
    ]);
    expect(understood.people[0]).toEqual({
      row: 2,
      isRandom: false,
      serviceNumber: "100001",
      name: "学员100001",
      sex: "male",
      birthMonth: "1988-11",
      homeUnit: "刑侦支队",
      hostStation: "第0分局1所",
      post: "岗位1",
      from: "2026-03-02",
      to: "2027-03-01",
    });
    const random = understood.people[3];
    expect(random?.row).toBeGreaterThan(4);
    expect(random?.serviceNumber).toBe(String(100_000 + Number(random?.row) - 1));
    expect(understood.units.map(({ code }) => code)).toHaveLength(4);
  });

  it("shows on the page, in both languages, with the row that chance chose", async () => {
    const rows = Array.from({ length: 10 }, (_, index) => row(index + 1));
    const { id: import_, understood } = await check([{ name: "甲分局", rows: [headings, ...rows] }]);
    const html = await (await web.hr.page(`/imports/${import_}`)).text();
    expect(html).toContain("系统读到的内容");
    expect(html).toContain("工作表“甲分局”：按“挂职”读取，10 行数据");
    expect(html).toContain(`甲分局 ${understood.people[3]?.row}（随机抽取）`);
    expect(html).toContain("2026-03-02 至 2027-03-01");
    const english = await (await web.hr.page(`/imports/${import_}`, { language: "en" })).text();
    expect(english).toContain(`甲分局 ${understood.people[3]?.row} (chosen at random)`);
  });

  it("a text file tells its lines and records", async () => {
    const text = `${headings.join(",")},备注\n${row(1).join(",")},"一\n二"\n`;
    const checked = await bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(csvBytes(text))));
    expect(checked.understood).toMatchObject({ text: { lines: 3, records: 2 } });
    expect(checked.notices.map(({ code }) => code)).toEqual(["lines-joined", "column-not-used"]);
    expect(await (await web.hr.page(`/imports/${checked.id}`)).text()).toContain(
      "文件共 3 行文字，读出 2 条记录",
    );
  });
});

describe("what was not read", () => {
  it("is said in JSON, on the page and in the CSV of problems", async () => {
    const {
      id: import_,
      errors,
      notices,
    } = await check([
      { name: "挂职名单", rows: [[...headings, "备注"], row(1)] },
      { name: "旧", rows: [headings, row(2)], hidden: true },
    ]);
    expect(errors).toEqual([]);
    expect(notices).toEqual([
      { sheet: "旧", code: "sheet-hidden", message: "工作表“旧”是隐藏的，未读取" },
      {
        sheet: "挂职名单",
        row: 1,
        column: "备注",
        code: "column-not-used",
        message: "“备注”不是模板中的列，未读取",
      },
    ]);
    const html = await (await web.hr.page(`/imports/${import_}`)).text();
    for (const { message } of notices) expect(html).toContain(message);
    const csv = await (await web.hr.get(`/imports/${import_}/problems.csv`)).text();
    expect(csv.trimEnd().split("\r\n").slice(1)).toEqual([
      "旧,,,提示：工作表“旧”是隐藏的，未读取",
      "挂职名单,1,备注,提示：“备注”不是模板中的列，未读取",
    ]);
  });

  it("every notice has a sentence in both languages", async () => {
    const { importNotices: zh } = await import("../src/ui/text/zhCN/importNotices.ts");
    const { importNotices: en } = await import("../src/ui/text/en/importNotices.ts");
    const figures = { column: "备注", sheet: "旧", rows: "3–5", count: 3 };
    for (const sentence of [...Object.values(zh), ...Object.values(en)])
      expect(sentence(figures)).not.toContain("undefined");
  });

  it("a problem on a sheet of its own name says which", async () => {
    const { id: import_, errors } = await check([
      { name: "甲", rows: [headings, row(1)] },
      { name: "乙", rows: [headings, row(1).with(3, "1995-13")] },
    ]);
    expect(errors.map(({ sheetName, row: at, code }) => [sheetName, at, code])).toEqual(
      [
        ["乙", 2, "duplicate-in-file"],
        ["乙", 2, "not-a-month"],
      ].toReversed(),
    );
    expect(await (await web.hr.page(`/imports/${import_}`)).text()).toContain("与工作表“甲”第 2 行重复");
    expect(await (await web.hr.get(`/imports/${import_}/problems.csv`)).text()).toContain("\r\n乙,2,");
  });
});

describe("a heading close to one of ours", () => {
  const sheets = [{ name: "挂职名单", rows: [renamed, row(1)] }];

  it("is an error, and nothing is confirmed before a person leaves it out", async () => {
    const checked = await check(sheets);
    expect(checked.unanswered).toEqual(["职务", "开始日期"]);
    expect(checked.errors.map(({ sheet, row: at, column, code }) => [sheet, at, column, code])).toEqual([
      ["secondments", 1, "职务", "column-near-miss"],
      ["secondments", 1, "开始日期", "column-near-miss"],
    ]);
    expect(checked.errors[1]?.message).toContain("是否应为“起始日期”");
    const confirm = `/imports/${checked.id}/confirm`;
    for (const body of [{}, { leaveOut: [] }, { leaveOut: "职务" }])
      expect(await problemOf(await web.hr.post(confirm, body))).toMatchObject({
        httpStatus: 422,
        code: "columns-unanswered",
      });
    const confirmed = await web.hr.post(confirm, { leaveOut: ["职务", "开始日期"] });
    expect(confirmed.status).toBe(200);
    const running = await bodyOf<Checked & { refused: Place[]; leftOut: string[] }>(
      web.hr.get(`/imports/${checked.id}`),
    );
    expect(running).toMatchObject({ refused: [], leftOut: ["职务", "开始日期"] });
  });

  it("is asked about in the form that confirms", async () => {
    const checked = await check([{ name: "挂职名单", rows: [renamed, row(2)] }]);
    const html = await (await web.hr.page(`/imports/${checked.id}`)).text();
    expect(html).toMatch(/name="leaveOut"[^>]*value="职务"/);
    expect(html).toContain("不导入“开始日期”列");
    const confirm = `/imports/${checked.id}/confirm`;
    const refused = await web.hr.submit(confirm, { idempotencyKey: "n1", leaveOut: "职务" });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain("请先确认不导入这些列");
    expect(again).toMatch(/value="职务"[^>]*checked/);
    const form = new FormData();
    for (const heading of ["职务", "开始日期"]) form.append("leaveOut", heading);
    form.set("idempotencyKey", "n2");
    expect((await web.hr.submit(confirm, form)).status).toBe(303);
  });

  it("may be left out with the upload: then it is a notice", async () => {
    const checked = await check(sheets, ["职务", "开始日期"]);
    expect(checked.unanswered).toBeUndefined();
    expect(checked.errors).toEqual([]);
    expect(checked.notices.map(({ code, column }) => [code, column])).toEqual([
      ["column-left-out", "职务"],
      ["column-left-out", "开始日期"],
    ]);
  });

  it("instead of a column that must be there is named where that is missing", async () => {
    const file = await writeXlsx({
      sheets: [{ name: "挂职名单", rows: [headings.with(3, "生日"), row(3)] }],
    });
    const refused = await web.hr.submit(`/cohorts/${id}/imports`, upload(file));
    expect(await refused.text()).toContain("缺少列：出生年月（文件中的“生日”是否就是？");
  });
});
