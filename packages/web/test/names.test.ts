import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "./app.ts";
import { cohortFile } from "./importFile.ts";
import { saveCohort, saveUnits } from "./people.ts";

const id = "202603-nnnnnn";
const person = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "O1" };
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 2);
  await saveCohort(web.store, id);
});

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
