import { countRequests } from "@dunmiao/store/engine/countRequests";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadImport } from "@dunmiao/store/import";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { listUnits } from "@dunmiao/store/unit";
import { beforeEach, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { listFile } from "../../web/test/import/files.ts";
import { cohortFile, personRow, unitRows } from "../../web/test/importFile.ts";
import { place, saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

type Progress = {
  status: string;
  done: number;
  total: number;
  created: number;
  alreadyThere: number;
  refused: { row: number; column?: string; code: string; message: string }[];
};
const cohort = "202603-aaaaaa";
let web: TestApp;

beforeEach(async () => {
  web = await testApp();
  await saveCohort(web.store, cohort);
});

async function confirmed(file: Uint8Array, of = cohort): Promise<string> {
  const { id } = await bodyOf<{ id: string }>(web.hr.post(`/cohorts/${of}/imports`, upload(file)));
  expect((await web.hr.post(`/imports/${id}/confirm`, {})).status).toBe(200);
  return id;
}

async function run(importId: string, times = 1): Promise<Progress> {
  await runImport(web.store, importId, times);
  return bodyOf<Progress>(web.hr.get(`/imports/${importId}`));
}

async function people(of = cohort): Promise<{ id: string }[]> {
  const found: { id: string }[] = [];
  let cursor: string | undefined = "";
  while (cursor !== undefined) {
    const page: { items: { id: string }[]; cursor?: string } = await bodyOf(
      web.hr.get(`/secondments?cohort=${of}&cursor=${cursor}`),
    );
    found.push(...page.items);
    cursor = page.cursor;
  }
  return found;
}

describe("an import from the file to the people", () => {
  const rows = Array.from({ length: 120 }, (_, index) => personRow(index, `B${index % 4}-S${index >> 2}`));

  it("fills an empty start: units, people and secondments, each once, with its progress", async () => {
    const id = await confirmed(await cohortFile(rows, unitRows(4, 30)));
    expect(await run(id)).toMatchObject({
      status: "finished",
      total: 246,
      done: 246,
      created: 246,
      refused: [],
    });
    expect(await people()).toHaveLength(120);
    expect((await listUnits(web.store)).size).toBe(126);
    const counted = countRequests(web.store);
    expect(await loadImport(web.store, id)).toMatchObject({ progress: { done: 246 }, problems: [] });
    counted.stop();
    expect(counted.requests).toEqual({ GetItem: 1, Query: 1 });
    const page = await (await web.hr.page(`/imports/${id}`)).text();
    expect(page).toContain("导入完成：写入 246 行，已存在 0 行，未能导入 0 行。");
    expect(page).toContain(`/secondments?cohort=${cohort}`);
  });

  it("of the same file again creates nothing and changes nothing", async () => {
    const file = await cohortFile(rows.slice(0, 60), unitRows(4, 30));
    await run(await confirmed(file));
    const again = await bodyOf<{ id: string; would: unknown }>(
      web.hr.post(`/cohorts/${cohort}/imports`, upload(file)),
    );
    const there = (count: number) => ({ create: 0, update: 0, alreadyThere: count });
    expect(again.would).toEqual({ units: there(126), officers: there(60), secondments: there(60) });
    await web.hr.post(`/imports/${again.id}/confirm`, {});
    expect(await run(again.id)).toMatchObject({ done: 186, created: 0, alreadyThere: 186, refused: [] });
    const record = await loadRecord(web.store, secondmentNoun, `${cohort}-100000`);
    expect(record?.version).toBe(1);
  });

  it("delivered three times at once is one import", async () => {
    const id = await confirmed(await cohortFile(rows.slice(0, 30), unitRows(4, 8)));
    expect(await run(id, 3)).toMatchObject({ status: "finished", total: 68, done: 68, refused: [] });
    expect(await people()).toHaveLength(30);
    const record = await loadRecord(web.store, secondmentNoun, `${cohort}-100000`);
    expect(record?.version).toBe(1);
  });
});

describe("what happened between check and confirmation", () => {
  it("refuses the row that somebody else took meanwhile, and only that row", async () => {
    await saveUnits(web.store, 2, 3);
    const file = await listFile([personRow(1, "B0-S0"), personRow(2, "B0-S1"), personRow(3, "B1-S0")]);
    const id = await confirmed(file);
    const other = await saveCohort(web.store, "202603-bbbbbb");
    await place(web.store, other, { number: "100009", station: "B0-S1" });
    const progress = await run(id);
    expect(progress).toMatchObject({ status: "finished", done: 2, total: 3 });
    expect(progress.refused).toMatchObject([{ row: 3, code: "post-busy" }]);
    expect(await people()).toHaveLength(2);
    const page = await (await web.hr.page(`/imports/${id}`)).text();
    expect(page).toContain("未能导入的行（共 1 行）");
    expect(page).toContain(progress.refused[0]?.message);
    expect(await (await web.hr.get(`/imports/${id}/problems.csv`)).text()).toContain("挂职名单,3,");
  });
});

describe("the next cohort", () => {
  it("takes the same posts from the day after; a day earlier every row is refused in the dry run", async () => {
    await saveUnits(web.store, 2, 5);
    const stations = ["B0-S0", "B0-S1", "B1-S0", "B1-S4"];
    await run(await confirmed(await listFile(stations.map((station, index) => personRow(index, station)))));
    const next = await listFile(stations.map((station, index) => personRow(100 + index, station)));
    const early = await saveCohort(web.store, "202703-early0", "2027-03-01");
    const refused = await bodyOf<{ errors: { code: string }[]; total: number }>(
      web.hr.post(`/cohorts/${early.id}/imports`, upload(next)),
    );
    expect(refused.total).toBe(0);
    expect(refused.errors.map((each) => each.code)).toEqual(stations.map(() => "post-busy"));
    const second = await saveCohort(web.store, "202703-bbbbbb", "2027-03-02");
    const progress = await run(await confirmed(next, second.id));
    expect(progress).toMatchObject({ created: 4, refused: [] });
    expect(await people(second.id)).toHaveLength(4);
  });
});
