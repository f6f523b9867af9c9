import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { everyPage } from "../src/sheet/everyPage.ts";
import { tablesOf } from "../src/sheet/tables.ts";
import { columnLetters, workbookOf } from "../src/sheet/workbook.ts";
import type { Client } from "./app.ts";
import { placeIn } from "./cursors.ts";
import { approved, idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

type Listed = { items: { officer: { serviceNumber: string } }[] };
const withQuery = (path: string) => `${path}${path.includes("?") ? "&" : "?"}as=xlsx`;

async function sheetsAt(client: Client, path: string, language: "zh-CN" | "en" = "zh-CN") {
  const answer = await client.page(withQuery(path), { language });
  expect(answer.headers.get("Content-Type"), path).toContain("spreadsheetml");
  expect(answer.headers.get("Content-Disposition"), path).toContain("attachment");
  return (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets;
}

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  await approved(app, idOf("100001"), { class: "sick", from: "2025-09-01", to: "2025-09-03" });
});

describe("a page as a file for Excel", () => {
  test("has the filters and the day above what the list shows, numbers as text, days as figures", async () => {
    const [sheet] = await sheetsAt(app.hr, "/secondments?host=420102&sort=-used");
    const rows = sheet?.rows ?? [];
    expect(rows[0]?.[0]).toBe("挂职人员");
    expect(rows[1]?.[0]).toContain("示例市公安局 · 截至 2026-03-02 · 筛选条件：");
    expect(rows[2]).toEqual(expect.arrayContaining(["警号", "姓名", "累计不在岗天数", "审批中天数", "状态"]));
    expect(rows.slice(3).map((row) => [row[0], row[5]])).toEqual([
      ["100001", 3],
      ["100002", 0],
    ]);
  });

  test("has the rows of every page of a list, in its order", async () => {
    const shown = (await (await app.hr.get("/secondments?sort=-number")).json()) as Listed;
    const [sheet] = await sheetsAt(app.hr, "/secondments?sort=-number&cursor=2", "en");
    const numbers = sheet?.rows.slice(3).map((row) => row[0]);
    expect(numbers).toEqual(shown.items.map((each) => each.officer.serviceNumber));
  });

  test("has one sheet for each table, also of a trail", async () => {
    const sheets = await sheetsAt(app.hr, `/secondments/${idOf("100001")}`);
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["不在岗记录", "操作记录"]));
    const [trail] = await sheetsAt(app.hr, `/secondments/${idOf("100001")}/events`);
    expect(trail?.rows.length).toBeGreaterThan(4);
  });

  test("is for whoever may see the page, and for nobody else", async () => {
    const officer = await app.as({ id: "p-1", role: "officer", serviceNumber: "100002" });
    expect((await officer.page(withQuery(`/secondments/${idOf("100001")}`))).status).toBe(404);
    const own = await sheetsAt(officer, "/secondments");
    expect(own[0]?.rows.slice(3).map((row) => row[0])).toEqual(["100002"]);
  });

  test("of a page without a table is the page", async () => {
    const answer = await app.hr.page("/units/new?as=xlsx");
    expect(answer.headers.get("Content-Type")).toContain("text/html");
  });

  test("is offered where there is a table, with the filters of the address", async () => {
    const list = {
      actor: { id: "hr-1", role: "hr" },
      path: "/secondments",
      asked: { host: "420102" },
    } as const;
    const html = await (await app.hr.page(await placeIn(app.store, list, "50"))).text();
    expect(html).not.toContain("/secondments?as=xlsx");
    const [, href = ""] =
      (await (await app.hr.page("/secondments?host=420102")).text()).match(
        /class="dm-sheet" href="([^"]*)"/,
      ) ?? [];
    expect(href.replaceAll("&amp;", "&")).toBe("/secondments?host=420102&as=xlsx");
    expect(await (await app.hr.page("/units/new")).text()).not.toContain("dm-sheet");
  });
});

describe("a list in pages", () => {
  const read = async (from = 0) => ({ items: [from, from + 1], ...(from < 4 && { next: from + 2 }) });
  test("is read to its end for a file, and one page at a time otherwise", async () => {
    expect(await everyPage(read, { from: undefined, isWhole: true })).toEqual({ items: [0, 1, 2, 3, 4, 5] });
    expect(await everyPage(read, { from: 2, isWhole: false })).toEqual({ items: [2, 3], next: 4 });
  });
});

describe("cells", () => {
  test("what could be a formula, a date or a number stays the text that is seen", async () => {
    const html = `<h1>名单 &amp; 表</h1><table class="dm-table"><caption class="x">甲/乙</caption><thead><tr><th scope="col">号</th><th scope="col" class="n">天</th><th scope="col"></th></tr></thead><tbody><tr><th scope="row"><a href="/x">0071</a></th><td class="n">0.5</td><td><svg><title>画</title></svg></td></tr><tr><th scope="row">=1+1</th><td class="n">1–2</td><td></td></tr></tbody></table>`;
    const { title, tables } = tablesOf(html);
    expect([title, tables]).toEqual([
      "名单 & 表",
      [
        {
          caption: "甲/乙",
          headings: ["号", "天"],
          rows: [
            ["0071", 0.5],
            ["=1+1", "1–2"],
          ],
        },
      ],
    ]);
    const sheets = tables.map(({ caption, headings, rows }) => ({
      name: caption,
      above: ["t"],
      headings,
      rows,
    }));
    const book = await readXlsx(await workbookOf([...sheets, ...sheets]));
    expect(book.sheets.map(({ name }) => name)).toEqual(["甲 乙", "甲 乙 2"]);
    expect(book.sheets[0]?.rows).toEqual([
      ["t", null],
      ["号", "天"],
      ["0071", 0.5],
      ["=1+1", "1–2"],
    ]);
    const again = await workbookOf([...sheets, ...sheets]);
    expect(Buffer.from(again).equals(Buffer.from(await workbookOf([...sheets, ...sheets])))).toBe(true);
  });

  test("a table called by the name that Excel keeps for itself is a sheet all the same", async () => {
    const sheet = { above: ["t"], headings: ["On"], rows: [["2026-03-02"]] };
    const book = await readXlsx(
      await workbookOf([
        { ...sheet, name: "History" },
        { ...sheet, name: "Trail" },
      ]),
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(["History 2", "Trail"]);
  });

  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});
