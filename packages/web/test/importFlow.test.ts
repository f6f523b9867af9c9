import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../src/csv.ts";
import { readSheets } from "../src/import/spreadsheet.ts";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "./app.ts";
import { csvBytes, headings, listFile, partnerHeadings } from "./import/files.ts";
import { cohortFile, personRow } from "./importFile.ts";
import { saveCohort, saveUnits } from "./people.ts";

const id = "202603-aaaaaa";
const uploads = `/cohorts/${id}/imports`;
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 30);
  await saveCohort(web.store, id);
});

async function checked(file: Uint8Array): Promise<string> {
  return (await bodyOf<{ id: string }>(web.hr.post(uploads, upload(file)))).id;
}

describe("the templates", () => {
  it("as .xlsx hold the units on file and read back without a problem", async () => {
    const response = await web.hr.get("/imports/template.xlsx");
    expect(response.headers.get("Content-Type")).toContain("spreadsheetml.sheet");
    expect(response.headers.get("Content-Disposition")).toContain(
      `filename*=UTF-8''${encodeURIComponent("挂职名单模板.xlsx")}`,
    );
    const read = await readSheets(new Uint8Array(await response.arrayBuffer()), "模板.xlsx");
    expect(read.ok && read.value.units).toHaveLength(64);
    expect(read.ok && read.value.units.every((row) => row.isComplete)).toBe(true);
    expect(read.ok && read.value.secondments).toEqual([]);
  });

  it("as .csv hold the headings, with a BOM, in the language asked for", async () => {
    const response = await web.hr.get("/imports/template.csv");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(`${[...headings, ...partnerHeadings].join(",")}\r\n`);
    const english = await (await web.hr.get("/imports/template.csv", { language: "en" })).text();
    expect(english).toContain("Service number,Name,Sex");
  });

  it("are HR's", async () => {
    const auditor = await web.as({ id: "auditor-1", role: "auditor" });
    expect((await auditor.get("/imports/template.xlsx")).status).toBe(403);
    expect((await auditor.page(`${uploads}/new`)).status).toBe(403);
    expect((await problemOf(await auditor.post(uploads, upload("x")))).httpStatus).toBe(403);
  });
});

describe("a file that is refused as a whole", () => {
  const bomb = async () => {
    const parts = unzipSync(await listFile([personRow(1, "B0-S0")]));
    return zipSync({ ...parts, "xl/worksheets/sheet1.xml": new Uint8Array(70 * 1024 * 1024).fill(0x20) });
  };
  const lines = (count: number) =>
    csvBytes(
      writeCsv(
        headings,
        Array.from({ length: count }, (_, index) => personRow(index, "B0-S0")),
      ),
    );
  const files: [string, () => Uint8Array | Promise<Uint8Array>, string, number][] = [
    ["an empty file", () => new Uint8Array(), "file-empty", 422],
    ["headings only", () => csvBytes(writeCsv(headings, [])), "file-empty", 422],
    ["a picture", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), "file-unreadable", 422],
    ["a zip that is no workbook", () => zipSync({ "a.txt": strToU8("a") }), "file-unreadable", 422],
    ["missing columns", () => csvBytes("警号,姓名,性别\r\n1,甲,男\r\n"), "missing-columns", 422],
    ["5,001 rows", () => lines(5001), "too-many-rows", 413],
    ["4 MB and a byte", () => new Uint8Array(4 * 1024 * 1024 + 1).fill(65), "file-too-large", 413],
    ["a zip bomb", bomb, "file-too-large", 413],
  ];

  it.each(files)("%s: a problem at the file, and the form again", async (_name, make, code, status) => {
    const file = await make();
    const problem = await problemOf(await web.hr.post(uploads, upload(file)));
    expect(problem).toMatchObject({ httpStatus: status, code });
    expect(problem.errors[0]?.pointer).toBe("/file");
    const page = await web.hr.submit(uploads, upload(file));
    expect(page.status).toBe(status);
    const html = await page.text();
    expect(html).toContain("govuk-error-summary");
    expect(html).toContain('id="file-error"');
    expect(html).toContain(problem.errors[0]?.message);
  });

  it("no file at all, a text instead of one, and a body that is cut off", async () => {
    const empty = new FormData();
    const text = new FormData();
    text.set("file", "not a file");
    for (const form of [empty, text])
      expect(await problemOf(await web.hr.post(uploads, form))).toMatchObject({
        httpStatus: 422,
        code: "file-required",
      });
    expect((await problemOf(await web.hr.post(uploads, { file: "x" }))).code).toBe("file-required");
    const cut = await web.hr.raw(uploads, "multipart/form-data; boundary=x", "--x\r\nContent-Disp");
    expect(await problemOf(cut)).toMatchObject({ httpStatus: 422, code: "file-required" });
  });

  it("a body beyond 5 MB is refused before it is read, whatever its form", async () => {
    const huge = upload(new Uint8Array(6 * 1024 * 1024));
    expect((await problemOf(await web.hr.post(uploads, huge))).httpStatus).toBe(413);
  });

  it("leaves nothing behind", async () => {
    expect(await bodyOf(web.hr.get(uploads))).toEqual({ items: [] });
  });

  it("a cohort that nobody knows is 404", async () => {
    const file = await listFile([personRow(1, "B0-S0")]);
    expect((await web.hr.post("/cohorts/nobody/imports", upload(file))).status).toBe(404);
    expect((await web.hr.page("/cohorts/nobody/imports/new")).status).toBe(404);
    expect((await web.hr.get("/imports/nobody")).status).toBe(404);
    expect((await web.hr.post("/imports/nobody/confirm", {})).status).toBe(404);
  });
});

describe("an upload", () => {
  it("sent twice under one key is one import; another file under that key is refused", async () => {
    const file = await listFile([personRow(40, "B0-S0")]);
    const first = await bodyOf<{ id: string }>(web.hr.post(uploads, upload(file), { key: "k1" }));
    const again = await web.hr.post(uploads, upload(file), { key: "k1" });
    expect(again.status).toBe(201);
    expect((await bodyOf<{ id: string }>(again)).id).toBe(first.id);
    const other = upload(await listFile([personRow(41, "B0-S0")]));
    expect(await problemOf(await web.hr.post(uploads, other, { key: "k1" }))).toMatchObject({
      httpStatus: 422,
      code: "idempotency-key-reused",
    });
  });

  it("from a browser leads to its page: problems by row, what confirming would write, one button", async () => {
    const form = upload(await listFile([personRow(50, "B0-S1"), personRow(51, "NO")]));
    form.set("idempotencyKey", "form-1");
    const response = await web.hr.submit(uploads, form);
    expect(response.status).toBe(303);
    const at = response.headers.get("Location") ?? "";
    const html = await (await web.hr.page(at)).text();
    expect(html).toContain("没有代码或名称为“NO”的单位");
    expect(html).toContain("挂职派出所");
    expect(html).toContain("确认导入 1 行");
    expect(html).toMatch(/aria-current="step"[^>]*>核对问题/);
    const english = await (await web.hr.page(at, { language: "en" })).text();
    expect(english).toContain("There is no unit with the code or name &quot;NO&quot;");
    expect(english).toContain("Import 1 row");
    const auditor = await web.as({ id: "auditor-1", role: "auditor" });
    expect(await (await auditor.page(at)).text()).not.toContain("<button");
  });

  it("with many problems shows 200 a page and gives all of them as a CSV", async () => {
    const rows = Array.from({ length: 450 }, (_, index) => personRow(1000 + index, `=NO${index}`));
    const import_ = await checked(await listFile(rows));
    const first = await (await web.hr.page(`/imports/${import_}`)).text();
    expect(first).toContain("第 1–200 处，共 450 处");
    expect(first).toContain("没有可以导入的行");
    expect(first).not.toContain("/confirm");
    const last = await (await web.hr.page(`/imports/${import_}?from=400`)).text();
    expect(last).toContain("第 401–450 处，共 450 处");
    const csv = await web.hr.get(`/imports/${import_}/problems.csv`);
    expect(csv.headers.get("Content-Disposition")).toContain("attachment");
    const lines = (await csv.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(451);
    expect(lines[0]).toBe("工作表,行号,列,问题");
    expect(lines[1]).toContain("挂职名单,2,挂职派出所,");
    const none = await problemOf(await web.hr.post(`/imports/${import_}/confirm`, {}));
    expect(none).toMatchObject({ httpStatus: 422, code: "nothing-to-import" });
  });
});

describe("a confirmation", () => {
  it("makes the import due for the workflow, once: a second one is 409, the same key is the same answer", async () => {
    const import_ = await checked(await listFile([personRow(60, "B0-S2")]));
    const confirm = `/imports/${import_}/confirm`;
    const approver = await web.as({ id: "approver-1", role: "approver" });
    expect((await problemOf(await approver.post(confirm, {}))).httpStatus).toBe(403);
    const first = await web.hr.post(confirm, {}, { key: "c1" });
    expect(first.status).toBe(200);
    expect(await bodyOf(first)).toMatchObject({ id: import_, status: "running", total: 1, done: 0 });
    expect((await web.hr.post(confirm, {}, { key: "c1" })).status).toBe(200);
    const second = await problemOf(await web.hr.post(confirm, {}, { key: "c2" }));
    expect(second).toMatchObject({ httpStatus: 409, code: "already-confirmed" });
    const page = await web.hr.submit(confirm, { idempotencyKey: "c3" });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("该内容已经确认");
    expect(await bodyOf(web.hr.get(`/imports/${import_}`))).toMatchObject({
      status: "running",
      done: 0,
      total: 1,
      refused: [],
    });
  });

  it("from a browser leads to a progress bar that works by a link and by the script", async () => {
    const import_ = await checked(await cohortFile([personRow(61, "B0-S3")], [["O8", "督察", "机关", "WH"]]));
    const response = await web.hr.submit(`/imports/${import_}/confirm`, { idempotencyKey: "c4" });
    expect(response.status).toBe(303);
    const html = await (await web.hr.page(response.headers.get("Location") ?? "")).text();
    expect(html).toContain(`data-progress-url="/imports/${import_}"`);
    expect(html).toContain('data-progress-status="running"');
    expect(html).toContain('<progress id="progress" max="2" value="0"');
    expect(html).toContain(`<a class="govuk-link" href="/imports/${import_}">刷新</a>`);
    const { items } = await bodyOf<{ items: { id: string; status: string }[] }>(web.hr.get(uploads));
    expect(items.find((each) => each.id === import_)).toMatchObject({ status: "running" });
    expect(await (await web.hr.page(`/cohorts/${id}`)).text()).toContain(`/imports/${import_}`);
  });
});
