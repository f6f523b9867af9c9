import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import ExcelJS from "exceljs";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { place, saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

const id = "202603-rrrrrr";
const numbers = ["0705301", "ab-07", "00012"];
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 6);
  const cohort = await saveCohort(web.store, id);
  for (const [n, number] of numbers.entries())
    await place(web.store, cohort, { number, station: `B0-S${n}` });
});

type Checked = {
  id: string;
  total: number;
  unchanged: number;
  errors: { row: number; code: string; message: string }[];
  notices: { code: string }[];
  would: Record<string, unknown>;
};
const check = (file: Uint8Array) =>
  bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(file, "名单.xlsx")));

async function exported(path: string, language: "zh-CN" | "en" = "zh-CN"): Promise<Uint8Array> {
  const answer = await web.hr.page(path, { language });
  expect(answer.headers.get("Content-Type")).toContain("spreadsheetml");
  return new Uint8Array(await answer.arrayBuffer());
}

/** The file as another program saves it, after somebody changed its list. */
async function changed(bytes: Uint8Array, change: (list: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const [list] = book.worksheets;
  if (!list) throw new Error("no list");
  change(list);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("the list of a cohort, exported to be changed", () => {
  it.each(["zh-CN", "en"] as const)(
    "in %s it has text cells, and is there already, unchanged",
    async (language) => {
      const bytes = await exported(`/cohorts/${id}/list.xlsx`, language);
      const saved = await changed(bytes, (list) => {
        for (const row of [2, 3, 4])
          for (let column = 1; column <= 9; column += 1) {
            expect(typeof list.getCell(row, column).value).toBe("string");
            expect(list.getCell(row, column).numFmt).toBe("@");
          }
        expect([2, 3, 4].map((row) => list.getCell(row, 1).value)).toEqual(["00012", "0705301", "ab-07"]);
      });
      for (const file of [bytes, saved]) {
        const checked = await check(file);
        expect(checked).toMatchObject({ errors: [], notices: [], unchanged: 3 });
        expect(checked.would).toMatchObject({
          units: { create: 0, update: 0 },
          officers: { create: 0, update: 0, alreadyThere: 3 },
          secondments: { create: 0, update: 0, alreadyThere: 3 },
        });
        const page = await (await web.hr.page(`/imports/${checked.id}`, { language })).text();
        expect(page).toContain(
          language === "en"
            ? "Of 3 people who can be imported, 3 are on file exactly so"
            : "3 名可导入人员中有 3 名已在系统中且内容一致",
        );
      }
    },
  );

  it("changed by another program: what is new comes in, a change is refused by name, nothing doubles", async () => {
    const file = await changed(await exported(`/cohorts/${id}/list.xlsx`), (list) => {
      expect(list.getCell("A2").value).toBe("00012");
      list.getCell("G2").value = "第0分局5所";
      const added = ["0088001", "欧阳锋", "男", "1990-01", "民警", "刑侦支队", "第0分局4所", "", ""];
      for (const [at, value] of added.entries()) list.getCell(5, at + 1).value = value;
    });
    const checked = await check(file);
    expect(checked).toMatchObject({ unchanged: 2, errors: [{ row: 2, code: "planned-differently" }] });
    await web.hr.post(`/imports/${checked.id}/confirm`, {});
    await runImport(web.store, checked.id);
    const done = await bodyOf<{ created: number; alreadyThere: number }>(
      web.hr.get(`/imports/${checked.id}`),
    );
    expect(done).toMatchObject({ created: 1, alreadyThere: checked.total - 1 });
    const list = await bodyOf<{ items: { id: string }[] }>(web.hr.get(`/secondments?cohort=${id}`));
    expect(list.items.map((each) => each.id).toSorted()).toEqual(
      [...numbers, "0088001"].map((number) => `${id}-${number}`).toSorted(),
    );
    for (const number of numbers)
      expect((await loadRecord(web.store, secondmentNoun, `${id}-${number}`))?.version).toBe(1);
    expect(await check(await exported(`/cohorts/${id}/list.xlsx`))).toMatchObject({
      errors: [],
      unchanged: 4,
    });
  });

  it("is HR's, of a cohort that there is, and offered where lists are brought in", async () => {
    const auditor = await web.as({ id: "a-1", role: "auditor" });
    expect((await auditor.get(`/cohorts/${id}/list.xlsx`)).status).toBe(403);
    expect((await web.hr.get("/cohorts/nobody/list.xlsx")).status).toBe(404);
    for (const path of [`/cohorts/${id}`, `/cohorts/${id}/imports/new`])
      expect(await (await web.hr.page(path)).text()).toContain(`/cohorts/${id}/list.xlsx`);
    expect(await (await auditor.page(`/cohorts/${id}`)).text()).not.toContain("list.xlsx");
  });
});

describe("the list of secondments as .xlsx, saved by Excel and brought in", () => {
  it("spoils no number, and headings that are not of the template are refused by name", async () => {
    const bytes = await exported(`/secondments?cohort=${id}&as=xlsx`);
    const [sheet] = (await readXlsx(bytes)).sheets;
    const texts = sheet?.rows.flat().map(String);
    for (const number of numbers) expect(texts).toContain(number);
    const saved = await writeXlsx({ sheets: [{ name: sheet?.name ?? "", rows: sheet?.rows ?? [] }] });
    for (const file of [bytes, saved]) {
      const refused = await problemOf(await web.hr.post(`/cohorts/${id}/imports`, upload(file)));
      expect(refused).toMatchObject({ httpStatus: 422, code: "missing-columns" });
      expect(refused.errors[0]?.message).toContain("性别、出生年月、人员类别、挂职派出所");
    }
  });
});
