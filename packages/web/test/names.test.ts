import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "./app.ts";
import { cohortFile } from "./importFile.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

const id = "202603-nnnnnn";
const person = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "O1" };
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 2);
  await saveCohort(web.store, id);
});

/** Members by dotted names, as JSON has them. */
function nested(body: Record<string, string>): Record<string, unknown> {
  const evidence = Object.entries(body).flatMap(([key, value]) =>
    key.startsWith("evidence.") ? [[key.slice("evidence.".length), value]] : [],
  );
  const flat = Object.entries(body).filter(([key]) => !key.includes("."));
  return {
    ...Object.fromEntries(flat),
    ...(evidence.length > 0 && { evidence: Object.fromEntries(evidence) }),
  };
}

/** Somebody who serves already, another one at each call. */
async function personOf({ store, hr }: TestApp): Promise<string> {
  placed += 1;
  const number = `900${placed}`;
  const cohort = await saveCohort(store, `served-${placed}`, "2025-09-01");
  await place(store, cohort, { number, station: "B0-S0", post: `挂职${placed}` });
  await hr.post(`/secondments/${cohort.id}-${number}/report-in`, { on: "2025-09-01" });
  return `/secondments/${cohort.id}-${number}`;
}
let placed = 0;

describe("a name is one name, whichever way it comes", () => {
  it("by POST what nobody sees is left out, as in an import", async () => {
    const created = await web.hr.post("/officers", {
      ...person,
      serviceNumber: "１",
      name: "欧\u200b阳\u0000\u202e锋",
    });
    expect(created.status).toBe(201);
    expect(await bodyOf(web.hr.get("/officers/1"))).toMatchObject({ name: "欧阳锋" });
    const unit = await web.hr.post("/units", {
      code: "U\u200b9",
      name: "法制\r\n支队\u202e",
      kind: "office",
      parent: "WH",
    });
    expect(unit.status).toBe(201);
    expect(await bodyOf(web.hr.get("/units/U9"))).toMatchObject({ name: "法制 支队" });
    const cohort = { name: "二\u200b批\u0007", scheme: "literal", startsOn: "2026-03-02" };
    expect(await bodyOf(web.hr.post("/cohorts", cohort))).toMatchObject({ name: "二批" });
  });

  const seen = (text: string) => `\u200b${text}\u0000\u202e`;
  const broken = seen("甲\r\n乙");

  it.each([
    ["JSON", (path: string, body: Record<string, string>) => web.hr.post(path, nested(body))],
    ["a form", (path: string, body: Record<string, string>) => web.hr.submit(path, body)],
  ])("holds for whatever is cited or written in %s; what has lines keeps them", async (_, send) => {
    const one = await personOf(web);
    await send(`${one}/absences`, {
      class: "sick",
      from: "2026-03-09",
      to: "2026-03-09",
      cause: broken,
      note: broken,
      "evidence.number": broken,
      "evidence.title": broken,
      "evidence.date": "2026-02-10",
    });
    const { absences } = await bodyOf<{ absences: object[] }>(web.hr.get(one));
    const cited = { number: "甲 乙", title: "甲 乙", date: "2026-02-10" };
    expect(absences.at(-1)).toMatchObject({ cause: "甲 乙", note: "甲\r\n乙", evidence: cited });
    const result = { kind: "proposal", title: broken, area: "basic-work", month: "2026-02" };
    await send(`${one}/contributions`, result);
    const award = { level: "third-class-merit", date: "2026-02-10", title: broken };
    await send(`${one}/awards`, { ...award, documentNumber: seen(`3\n${_}`) });
    const results = await bodyOf<{ awards: object[]; contributions: object[] }>(web.hr.get(`${one}/results`));
    expect(results.awards.at(-1)).toMatchObject({ title: "甲 乙", documentNumber: `3 ${_}` });
    expect(results.contributions.at(-1)).toMatchObject({ title: "甲 乙" });
  });

  it("a list that writes person and units otherwise means those on file", async () => {
    const name = { name: "阿依古丽·买买提", serviceNumber: "2" };
    expect((await web.hr.post("/officers", { ...person, ...name })).status).toBe(201);
    const row = [
      "2",
      "阿依古丽•买买提",
      "男",
      "1990-01",
      "民警",
      "刑侦 支队",
      "第0分局0所",
      "挂职 副所长",
      "",
    ];
    const other = ["1", "欧阳 锋", "男", "1990-01", "民警", "刑侦　支队", "第0分局1所", "挂职副所长", ""];
    const checked = await bodyOf(
      web.hr.post(`/cohorts/${id}/imports`, upload(await cohortFile([row, other]))),
    );
    expect(checked).toMatchObject({
      errors: [],
      would: { officers: { create: 0, update: 0, alreadyThere: 2 } },
    });
  });

  it("units are found without blanks", async () => {
    const found = await bodyOf<{ items: { code: string }[] }>(
      web.hr.get(`/units?q=${encodeURIComponent("法制支队")}`),
    );
    expect(found.items.map(({ code }) => code)).toEqual(["U9"]);
  });
});
