import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, problemOf, upload } from "../../web/test/app.ts";
import { type PopulatedApp, populatedApp } from "../../web/test/fixture.ts";
import { runImport } from "./runImport.ts";

const headings = "警号,姓名,地点,职务,聘任单位,起始日,截止日";
const good = "100001,民警100001,第一小学,法治副校长,江岸区教育局,2026-03-01,2027-02-28";
const places = [
  { code: "XX-1", kind: "school", name: "第一小学", unit: "42010201" },
  { code: "WG-1", kind: "grid", name: "一元网格", unit: "42010201" },
  { code: "WG-2", kind: "grid", name: "一元网格", unit: "42010201" },
  { code: "SQ-1", kind: "community", name: "旧社区", unit: "42010201", isClosed: true },
];
type Checked = {
  id: string;
  status: string;
  total: number;
  done: number;
  created: number;
  alreadyThere: number;
  errors: { row: number; column?: string; code: string }[];
  refused: { row: number; code: string }[];
  notices: { code: string; column?: string }[];
  unanswered?: string[];
  would: { posts?: object };
};

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  expect((await app.hr.post("/places", { places })).status).toBe(200);
});

const check = (file: string | Uint8Array) =>
  bodyOf<Checked>(app.hr.post("/posts/import", upload(file, "兼任.csv")));
const list = (...rows: string[]) => [headings, ...rows].join("\r\n");
const show = (id: string) => bodyOf<Checked>(app.hr.get(`/imports/${id}`));

describe("a list of concurrent posts, checked", () => {
  const at = (cells: Partial<Record<number, string>>) =>
    good
      .split(",")
      .map((cell, column) => cells[column] ?? cell)
      .join(",");
  test.each([
    ["nobody has the number", at({ 0: "999999" }), "serviceNumber", "unknown-officer"],
    ["the number is somebody else's", at({ 1: "另一人" }), "name", "officer-named-otherwise"],
    ["no such place", at({ 2: "第二小学" }), "place", "unknown-place"],
    ["two places of the name", at({ 2: "一元网格", 3: "网格员" }), "place", "ambiguous-place"],
    ["a place that is closed", at({ 2: "SQ-1", 3: "社区两委委员" }), "place", "place-closed"],
    ["no such role", at({ 3: "校长" }), "role", "not-a-post-role"],
    ["a role of another kind of place", at({ 3: "网格员" }), "role", "role-not-of-place"],
    ["nobody appoints", at({ 4: "" }), "appointedBy", "required"],
    ["no such day", at({ 5: "2026-02-30" }), "from", "not-a-date"],
    ["the last day before the first", at({ 6: "2026-02-28" }), "to", "from-after-to"],
    ["longer than five years", at({ 6: "2031-03-01" }), "to", "post-too-long"],
  ])("%s: a problem by row and column", async (_name, row, column, code) => {
    const checked = await check(list(good, row));
    expect(checked.errors).toMatchObject([{ row: 3, column, code }]);
    expect(checked).toMatchObject({ status: "checked", total: 1, would: { posts: { create: 1 } } });
  });

  test("whom, where, which role and which days of a row are told at once, also beside a cell that cannot be read", async () => {
    const nobody = at({ 0: "999999", 2: "第二小学", 6: "2026-02-28" });
    const closed = at({ 2: "SQ-1", 3: "网格员", 4: "", 5: "2040-01-01" });
    const { errors } = await check(list(nobody, closed));
    expect(errors.map(({ row, column, code }) => `${row} ${column} ${code}`).toSorted()).toEqual([
      "2 place unknown-place",
      "2 serviceNumber unknown-officer",
      "2 to from-after-to",
      "3 appointedBy required",
      "3 from post-out-of-bounds",
      "3 place place-closed",
      "3 role role-not-of-place",
      "3 to from-after-to",
    ]);
  });

  test("nothing is silent: a heading like ours is named, a column that is none is told, and so are days in common", async () => {
    const rows = [`${headings},地点名称,备注`, `${good},甲,乙`, `${good},丙,丁`];
    const checked = await check(rows.join("\n"));
    expect(checked.errors).toMatchObject([{ row: 3, column: "from", code: "post-held-in-file" }]);
    expect(checked.notices).toMatchObject([
      { code: "column-not-used", column: "地点名称" },
      { code: "column-not-used", column: "备注" },
    ]);
    const near = upload([headings.replace("聘任单位", "聘任"), good].join("\n"));
    const refused = await problemOf(await app.hr.post("/posts/import", near));
    expect(refused.errors).toMatchObject([{ code: "missing-columns" }]);
    expect(refused.errors[0]?.message).toContain("“聘任”");
  });

  test("a list of people is refused for its columns, and only the personnel office brings lists", async () => {
    const refused = await problemOf(await app.hr.post("/posts/import", upload("警号,姓名,性别\n1,甲,男")));
    expect(refused.errors).toMatchObject([{ code: "missing-columns" }]);
    for (const client of [app.branch, app.auditor])
      expect((await client.post("/posts/import", upload(list(good)))).status).toBe(403);
  });
});

test("what was pasted is carried out once, however often it is delivered; the exported list is there already", async () => {
  const form = new FormData();
  const second = "100002,民警100002,WG-2,网格员,一元街道,2026-01-01,2026-12-31";
  form.set("pasted", list(good, second).replaceAll(",", "\t"));
  const checked = await bodyOf<Checked>(app.hr.post("/posts/import", form));
  expect(checked).toMatchObject({ total: 2, errors: [], would: { posts: { create: 2 } } });
  const page = await (await app.hr.page(`/imports/${checked.id}`, { language: "en" })).text();
  expect(page).toContain("Import concurrent posts");
  expect((await app.hr.post(`/imports/${checked.id}/confirm`, {})).status).toBe(200);
  await runImport(app.store, checked.id, 2);
  const figures = { done: 2, created: 2, alreadyThere: 0, refused: [] };
  expect(await show(checked.id)).toMatchObject({ status: "finished", ...figures });

  const { items } = await bodyOf<{ items: object[] }>(app.hr.get("/posts"));
  expect(items).toMatchObject([
    { officer: { serviceNumber: "100001" }, place: { code: "XX-1" }, from: "2026-03-01", to: "2027-02-28" },
    { officer: { serviceNumber: "100002" }, place: { code: "WG-2" }, role: "grid-member" },
  ]);
  const file = new Uint8Array(await (await app.hr.get("/posts/list.xlsx")).arrayBuffer());
  const { sheets } = await readXlsx(file);
  expect(sheets[0]?.rows.slice(1, 3)).toEqual([good.split(","), second.split(",")]);
  const again = await check(file);
  expect(again).toMatchObject({ total: 2, errors: [], would: { posts: { create: 0, alreadyThere: 2 } } });
  await app.hr.post(`/imports/${again.id}/confirm`, {});
  await runImport(app.store, again.id);
  expect(await show(again.id)).toMatchObject({ status: "finished", alreadyThere: 2, created: 0 });

  const elsewhere = await check(list(good.replace("江岸区教育局", "市教育局")));
  expect(elsewhere.errors).toMatchObject([{ column: "appointedBy", code: "post-appointed-otherwise" }]);
  expect((await bodyOf<{ items: object[] }>(app.hr.get("/posts"))).items).toHaveLength(2);
  expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
});

test("the template offers roles and open places and is an empty list", async () => {
  const file = new Uint8Array(await (await app.hr.get("/posts/import/template.xlsx")).arrayBuffer());
  const { sheets } = await readXlsx(file);
  expect(sheets.map(({ name }) => name)).toEqual(["兼任名单", "填写说明"]);
  expect(sheets[1]?.rows.slice(-3).map(([place]) => place)).toEqual(["第一小学", "WG-1", "WG-2"].toSorted());
  const answer = await problemOf(await app.hr.post("/posts/import", upload(file)));
  expect(answer.errors).toMatchObject([{ code: "file-empty" }]);
});
