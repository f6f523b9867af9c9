import { verifyTable } from "@dunmiao/operate/verifyTable";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { unitNoun } from "@dunmiao/store/unit";
import { beforeEach, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { cohortFile, unitRows } from "../../web/test/importFile.ts";
import { actingOn, saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

const id = "202603-uuuuuu";
const person = (home: string, station = "B0-S0") => [
  ...["705301", "欧阳锋", "男", "1990-01", "民警", home, station, "", ""],
];
let web: TestApp;

/** Two units have another name, and one station another branch, since the file was made. */
beforeEach(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 2);
  await saveCohort(web.store, id);
  await rename("O1", { name: "刑事侦查支队", kind: "office", parent: "WH" });
  await rename("B1-S1", { name: "第0分局9所", kind: "station", parent: "B0" });
});

type Facts = { name: string; kind: "office" | "station"; parent: string };
async function rename(code: string, facts: Facts) {
  await saveUnit(actingOn(web.store), { code, ...facts });
}

type Checked = {
  id: string;
  total: number;
  rows: number;
  would: { units: Record<string, number> };
  errors: { row: number; column: string; code: string; message: string }[];
  unitChanges?: Record<string, unknown>[];
};

/** An old copy of the list, with all units as they were. */
async function checkOldCopy(home = "O1"): Promise<Checked> {
  const file = await cohortFile([person(home)], unitRows(2, 2));
  return bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(file)));
}

const nameOf = async (code: string) => (await loadRecord(web.store, unitNoun, code))?.name;
const imported = (import_: Checked) =>
  bodyOf<{ done: number; refused: { row: number; code: string }[]; changedUnits?: string[] }>(
    web.hr.get(`/imports/${import_.id}`),
  );

describe("a sheet of units of an old copy", () => {
  it("is shown unit by unit, old name and new, in JSON, on the page and in the CSV", async () => {
    const checked = await checkOldCopy();
    expect(checked.unitChanges).toEqual([
      { unit: "O1", was: "刑事侦查支队", becomes: "刑侦支队" },
      {
        unit: "B1-S1",
        was: "第0分局9所",
        becomes: "第1分局1所",
        above: "第0分局 B0",
        aboveThen: "第1分局 B1",
      },
    ]);
    expect(checked.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, "name", "unit-would-change"],
      [9, "name", "unit-would-change"],
    ]);
    expect(checked).toMatchObject({ rows: 9, total: 7, would: { units: { update: 2 } } });
    const said = [
      ["zh-CN", "刑事侦查支队 → 刑侦支队", "上级单位：第0分局 B0 → 第1分局 B1"],
      ["en", "刑事侦查支队 → 刑侦支队", "parent unit: 第0分局 B0 → 第1分局 B1"],
    ] as const;
    for (const [language, ...sentences] of said) {
      const html = await (await web.hr.page(`/imports/${checked.id}`, { language })).text();
      const table = html.slice(html.indexOf('id="unit-changes"'));
      expect(html.slice(0, html.indexOf('id="problems"'))).not.toContain("刑侦支队");
      for (const sentence of sentences) expect(table).toContain(sentence);
      expect(table).toMatch(/type="checkbox" name="changeUnits" value="O1"/);
      expect(table).not.toMatch(/name="changeUnits"[^>]* checked/);
      const csv = await (await web.hr.get(`/imports/${checked.id}/problems.csv`, { language })).text();
      for (const sentence of sentences) expect(csv).toContain(sentence);
    }
  });

  it("changes no unit that nobody ticked, and says so afterwards", async () => {
    const checked = await checkOldCopy("刑侦支队");
    expect((await web.hr.post(`/imports/${checked.id}/confirm`, {})).status).toBe(200);
    await runImport(web.store, checked.id, 2);
    expect(await nameOf("O1")).toBe("刑事侦查支队");
    expect(await loadRecord(web.store, unitNoun, "B1-S1")).toMatchObject({ parent: "B0", version: 2 });
    const done = await imported(checked);
    expect(done.done).toBe(7);
    expect(done.refused.map(({ row, code }) => [row, code])).toEqual([
      [3, "unit-would-change"],
      [9, "unit-would-change"],
    ]);
    const record = await loadRecord(web.store, secondmentNoun, `${id}-705301`);
    expect(record?.sending).toEqual({ code: "O1", name: "刑事侦查支队" });
    expect((await verifyTable(web.store)).faults).toEqual([]);
  });

  it("changes the unit that was ticked, and who let it is in the trail", async () => {
    const checked = await checkOldCopy("刑事侦查支队");
    const form = { changeUnits: "O1", idempotencyKey: "u1" };
    expect((await web.hr.submit(`/imports/${checked.id}/confirm`, form)).status).toBe(303);
    await runImport(web.store, checked.id, 2);
    expect(await nameOf("O1")).toBe("刑侦支队");
    expect(await nameOf("B1-S1")).toBe("第0分局9所");
    expect(await imported(checked)).toMatchObject({ done: 8, changedUnits: ["O1"], refused: [{ row: 9 }] });
    const { events } = await loadEvents(
      web.store,
      { kind: "import", id: checked.id },
      { after: 0, limit: 9 },
    );
    const confirmed = events.find(({ type }) => type === "import.confirmed");
    expect(confirmed).toMatchObject({ actor: { id: "hr-1" }, change: { changedUnits: ["O1"], total: 8 } });
    expect((await verifyTable(web.store)).faults).toEqual([]);
  });

  it.each([
    ["was ticked and got a third name since", ["O1"], "三"],
    ["was new and is on file since", [], "三"],
  ])("a unit that %s stays as it is", async (_, changeUnits, name) => {
    const isNew = changeUnits.length === 0;
    const units = isNew ? [["N1", "新单位", "机关", "WH"]] : unitRows(2, 2);
    const file = await cohortFile([person("O1")], units);
    const checked = await bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(file)));
    await web.hr.post(`/imports/${checked.id}/confirm`, { changeUnits });
    const code = isNew ? "N1" : "O1";
    await rename(code, { name, kind: "office", parent: "WH" });
    await runImport(web.store, checked.id);
    expect(await nameOf(code)).toBe(name);
    const { refused } = await imported(checked);
    expect(refused.filter((each) => each.code === "unit-changed-since")).toHaveLength(1);
  });

  it("spelled with other blanks changes nothing and asks nothing", async () => {
    const file = await cohortFile([person("O1")], [["O1", "刑事 侦查支队", "机关", "WH"]]);
    const checked = await bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(file)));
    expect(checked).toMatchObject({ errors: [], total: 2 });
    await web.hr.post(`/imports/${checked.id}/confirm`, {});
    await runImport(web.store, checked.id);
    expect(await loadRecord(web.store, unitNoun, "O1")).toMatchObject({ name: "刑事侦查支队", version: 2 });
  });
});
