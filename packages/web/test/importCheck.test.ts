import { countRequests } from "@dunmiao/store/engine/countRequests";
import { listUnits } from "@dunmiao/store/unit";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeCsv } from "../src/csv.ts";
import { bodyOf, type TestApp, testApp, upload } from "./app.ts";
import { csvBytes, gb18030, headings, listFile } from "./import/files.ts";
import { cohortFile, personRow, unitRows } from "./importFile.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

type Counts = { create: number; update: number; alreadyThere: number };
type Checked = {
  id: string;
  status: string;
  rows: number;
  total: number;
  errors: { sheet: string; row: number; column?: string; code: string; message: string }[];
  moves?: { row: number; number: string; name: string; changes: object[]; message: string }[];
  would: Record<"units" | "officers" | "secondments", Counts>;
};

let web: TestApp;
const id = "202603-aaaaaa";

async function check(file: Uint8Array, cohort = id): Promise<Checked> {
  const response = await web.hr.post(`/cohorts/${cohort}/imports`, upload(file));
  expect(response.status).toBe(201);
  return bodyOf<Checked>(response);
}
const errorsOf = ({ errors }: Checked) => errors.map(({ row, column, code }) => [row, column, code]);
const none: Counts = { create: 0, update: 0, alreadyThere: 0 };

describe("a file into an empty start", () => {
  beforeAll(async () => {
    web = await testApp();
    await saveCohort(web.store, id);
  });

  it("says what it would create, units among it, and stores no unit, person or secondment", async () => {
    const people = [personRow(1, "B0-S0"), personRow(2, "第1分局1所")];
    const checked = await check(await cohortFile(people, unitRows(2, 2)));
    expect(checked).toMatchObject({ status: "checked", rows: 10, total: 10, errors: [] });
    expect(checked.would).toEqual({
      units: { ...none, create: 8 },
      officers: { ...none, create: 2 },
      secondments: { ...none, create: 2 },
    });
    expect(await bodyOf(web.hr.get(`/secondments?cohort=${id}`))).toMatchObject({ items: [] });
    expect((await listUnits(web.store)).size).toBe(0);
    expect((await web.hr.get("/officers/100001")).status).toBe(404);
  });

  it("takes children before their parents, and refuses circles and what hangs on a refused unit", async () => {
    const units = [
      ["S1", "甲所", "派出所", "B1"],
      ["B1", "甲分局", "分局", "TOP"],
      ["TOP", "市局", "市局", ""],
      ["C1", "丙", "机关", "C2"],
      ["C2", "丁", "机关", "C1"],
      ["S2", "乙所", "派出所", "NO"],
      ["S3", "戊所", "派出所", ""],
    ];
    const checked = await check(
      await cohortFile([personRow(1, "S1"), personRow(2, "S2")], [...units, ["O1", "支队", "机关", "TOP"]]),
    );
    expect(checked.would.units.create).toBe(4);
    expect(errorsOf(checked)).toEqual([
      [5, "parent", "unknown-unit"],
      [6, "parent", "unknown-unit"],
      [7, "parent", "unknown-unit"],
      [8, "parent", "station-needs-branch"],
      [3, "hostStation", "unknown-unit"],
    ]);
  });
});

describe("a file beside what is on file", () => {
  beforeEach(async () => {
    web = await testApp();
    await saveUnits(web.store, 2, 2);
    await saveCohort(web.store, id);
  });

  it("names every problem of every row, with row, column and a sentence", async () => {
    const good = personRow(1, "B0-S0");
    const bad = ["", "", "其他", "1995-13", "民警", "无此单位", "B0-S1", "", "2026-02-31"];
    const checked = await check(await listFile([good, bad, personRow(3, "O1"), personRow(1, "B1-S0")]));
    expect(checked.total).toBe(1);
    expect(errorsOf(checked)).toEqual([
      [3, "serviceNumber", "required"],
      [3, "name", "required"],
      [3, "sex", "not-a-sex"],
      [3, "birthMonth", "not-a-month"],
      [3, "from", "not-a-date"],
      [3, "homeUnit", "unknown-unit"],
      [4, "hostStation", "not-a-station"],
      [5, "serviceNumber", "duplicate-in-file"],
    ]);
    for (const { message, code } of checked.errors) expect(message, code).not.toContain(code);
  });

  it("says create, update or conflict for units and officers on file", async () => {
    const onFile = {
      name: "学员100001",
      sex: "male",
      birthMonth: "1988-11",
      kind: "officer",
      homeUnit: "O1",
    };
    await web.hr.post("/officers", { serviceNumber: "100001", ...onFile });
    const moved = ["100001", "学员100001", "男", "1988-11", "辅警", "O1", "B1-S0", "", ""];
    const units = [
      ["B0", "第0分局", "分局", "WH"],
      ["B1", "改名分局", "分局", "WH"],
      ["O1", "刑侦支队", "派出所", "B0"],
    ];
    const checked = await check(await cohortFile([moved, personRow(2, "B1-S1")], units));
    expect(checked.would).toEqual({
      units: { create: 0, update: 1, alreadyThere: 1 },
      officers: { create: 1, update: 1, alreadyThere: 0 },
      secondments: { create: 2, update: 0, alreadyThere: 0 },
    });
    expect(errorsOf(checked)).toEqual([
      [3, "name", "unit-would-change"],
      [4, "kind", "unit-kind-differs"],
    ]);
    const other = ["100001", "别人", "男", "1988-11", "民警", "O1", "B1-S0", "", ""];
    expect(errorsOf(await check(await listFile([other])))).toEqual([[2, "name", "officer-differs"]]);
  });

  it("names whom it moves to another home unit or kind, on the page, in JSON and in the CSV of problems", async () => {
    for (const index of [1, 2, 3, 4]) {
      const [serviceNumber, name, , birthMonth] = personRow(index, "");
      const sex = index % 4 === 0 ? "female" : "male";
      const facts = { serviceNumber, name, sex, birthMonth, kind: "officer", homeUnit: "O1" };
      expect((await web.hr.post("/officers", facts)).status).toBe(201);
    }
    const rows = [
      personRow(1, "B0-S0").with(5, "第0分局"),
      personRow(2, "B0-S1").with(1, "学 员100002").with(4, "辅警").with(5, "B1"),
      personRow(3, "B1-S0"),
      personRow(4, "B1-S0").with(5, "B1"),
    ];
    const checked = await check(await listFile(rows));
    // The fourth is not written, and so moves nobody: its post is another row's.
    expect(errorsOf(checked)).toEqual([[5, "hostStation", "post-twice-in-file"]]);
    expect(checked.moves).toMatchObject([
      {
        ...{ row: 2, number: "100001", name: "学员100001" },
        changes: [{ fact: "homeUnit", from: "O1", to: "B0", fromName: "刑侦支队", toName: "第0分局" }],
        message: "100001 学员100001：派出单位：刑侦支队 → 第0分局",
      },
      {
        ...{ row: 3, number: "100002", name: "学员100002" },
        changes: [{ fact: "homeUnit" }, { fact: "kind", from: "officer", to: "auxiliary" }],
        message: "100002 学员100002：派出单位：刑侦支队 → 第1分局；人员类别：民警 → 辅警",
      },
    ]);
    const html = await (await web.hr.page(`/imports/${checked.id}`)).text();
    expect(html).toMatch(/2<td[^>]*>100001<td[^>]*>学员100001<td[^>]*>派出单位：刑侦支队 → 第0分局/);
    expect(html).toContain("此前的挂职仍为当时的派出单位");
    const english = await (await web.hr.page(`/imports/${checked.id}`, { language: "en" })).text();
    expect(english).toContain("Home unit: 刑侦支队 → 第1分局; Kind: Officer → Auxiliary");
    const csv = await (await web.hr.get(`/imports/${checked.id}/problems.csv`)).text();
    expect(csv).toContain(
      "挂职名单,3,派出单位、人员类别,提示：100002 学员100002：派出单位：刑侦支队 → 第1分局",
    );
  });

  it("leaves what an unruled secondment carries to a correction, and says whom the list would move", async () => {
    await place(web.store, await saveCohort(web.store, "202502-yyyyyy", "2025-02-02"), {
      number: "100008",
      station: "B0-S1",
    });
    const row = ["100008", "学员100008", "男", "1988-11", "民警", "第1分局", "B1-S1", "", ""];
    const checked = await check(await listFile([row]));
    expect(errorsOf(checked)).toContainEqual([2, "homeUnit", "needs-correction"]);
    expect(checked.errors.map(({ message }) => message).join()).toContain(
      "（学员100008，刑侦支队 → 第1分局）",
    );
    expect(checked.moves).toBeUndefined();
  });

  it("leaves the kind that an unruled secondment carries to a correction", async () => {
    await place(web.store, await saveCohort(web.store, "202502-zzzzzz", "2025-02-02"), {
      number: "100009",
      station: "B0-S0",
    });
    const moved = ["100009", "学员100009", "男", "1988-11", "辅警", "O1", "B1-S0", "", ""];
    expect(errorsOf(await check(await listFile([moved])))).toEqual([[2, "kind", "needs-correction"]]);
  });

  it("refuses, row by row, terms that overlap another of the same officer or the same post", async () => {
    const last = await saveCohort(web.store, "202509-zzzzzz", "2025-09-01");
    await place(web.store, last, { number: "100001", station: "B0-S0" });
    await place(web.store, last, { number: "100009", station: "B0-S1" });
    const rows = [
      personRow(1, "B1-S0"),
      personRow(2, "B0-S0"),
      personRow(3, "B0-S0", { post: "教导员助理" }),
      personRow(4, "B0-S0", { from: "2026-09-01" }),
      personRow(5, "B0-S1", { from: "2026-08-31" }),
      personRow(6, "B1-S1"),
      personRow(7, "B1-S1"),
    ];
    const checked = await check(await listFile(rows));
    expect(errorsOf(checked)).toEqual([
      [2, "serviceNumber", "officer-busy"],
      [3, "hostStation", "post-busy"],
      [6, "hostStation", "post-busy"],
      [8, "hostStation", "post-twice-in-file"],
    ]);
    expect(checked.errors[0]?.message).toContain("2025-09-01 至 2026-08-31");
    expect(checked.total).toBe(3);
  });

  it("accepts the next cohort for the same posts from the day after the last one ends", async () => {
    const last = await saveCohort(web.store, "202503-zzzzzz", "2025-03-02");
    await place(web.store, last, { number: "100009", station: "B0-S0" });
    expect(errorsOf(await check(await listFile([personRow(1, "B0-S0")])))).toEqual([]);
    const dayBefore = personRow(1, "B0-S0", { from: "2026-03-01" });
    expect(errorsOf(await check(await listFile([dayBefore])))).toEqual([[2, "hostStation", "post-busy"]]);
  });

  it("finds the same row already there, and a different one in conflict", async () => {
    const cohort = await saveCohort(web.store, "202603-bbbbbb");
    await place(web.store, cohort, { number: "100001", station: "B0-S0" });
    const row = ["100001", "学员100001", "男", "1988-11", "民警", "刑侦支队", "第0分局0所", "", ""];
    const same = await check(await listFile([row]), cohort.id);
    expect(same.would.secondments).toEqual({ ...none, alreadyThere: 1 });
    expect(same.would.officers).toEqual({ ...none, alreadyThere: 1 });
    const elsewhere = row.with(6, "B1-S0");
    const different = await check(await listFile([elsewhere]), cohort.id);
    expect(errorsOf(different)).toEqual([[2, "hostStation", "planned-differently"]]);
  });

  it("refuses a name that two units share, and says their codes", async () => {
    await web.hr.post("/units", { code: "B1-S9", name: "第0分局0所", kind: "station", parent: "B1" });
    const checked = await check(await listFile([personRow(1, "第0分局0所")]));
    expect(errorsOf(checked)).toEqual([[2, "hostStation", "ambiguous-unit"]]);
    expect(checked.errors[0]?.message).toContain("B0-S0、B1-S9");
  });

  it.each([
    ["UTF-8", (text: string) => csvBytes(text)],
    ["GB18030", (text: string) => gb18030(text.slice(1))],
  ])("as CSV in %s creates people, and refuses units that are not on file", async (_name, encode) => {
    const text = writeCsv(headings, [personRow(1, "B0-S0"), personRow(2, "B7-S7")]);
    const checked = await check(encode(text));
    expect(checked.would.officers.create).toBe(1);
    expect(errorsOf(checked)).toEqual([[3, "hostStation", "unknown-unit"]]);
  });

  it("refuses formulas and keeps HTML in cells as text", async () => {
    const script = "<script>alert(1)</script>";
    const name = personRow(1, "B0-S0").with(1, script);
    const host = personRow(2, script);
    const checked = await check(await listFile([name, host]));
    expect(checked.total).toBe(1);
    const html = await (await web.hr.page(`/imports/${checked.id}`)).text();
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain(script);
    const cells = new Map([["1,7", { formula: "1+1" }]]);
    const formula = await check(await listFile([personRow(3, "B0-S0")], { cells }));
    expect(errorsOf(formula)).toEqual([[2, "post", "formula-not-allowed"]]);
  });

  it("reads who is on file for all rows together, not a request a row", async () => {
    const last = await saveCohort(web.store, "202501-zzzzzz", "2025-01-01");
    await place(web.store, last, { number: "100002", station: "B0-S1" });
    const requestsFor = async (people: string[][]) => {
      const count = countRequests(web.store);
      const { would } = await check(await listFile(people));
      count.stop();
      return { would, requests: count.requests };
    };
    const one = await requestsFor([personRow(1, "B0-S0")]);
    const three = await requestsFor([
      personRow(1, "B0-S0"),
      personRow(2, "B0-S1"),
      personRow(3, "B0-S0", { post: "教导员助理" }),
    ]);
    expect(three.would.officers).toEqual({ create: 2, update: 0, alreadyThere: 1 });
    expect(three.requests).toEqual(one.requests);
  });

  it("with units only is a file like any other", async () => {
    const csv = await check(await cohortFile([], [["O9", "督察支队", "机关", "WH"]]));
    expect(csv).toMatchObject({ rows: 1, total: 1, would: { units: { create: 1 } } });
  });
});
