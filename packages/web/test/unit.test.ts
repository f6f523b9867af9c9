import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp } from "./app.ts";
import { place, saveCohort, saveUnits } from "./people.ts";
import { textFor } from "./ui/texts.ts";

type Items = { items: { code?: string; serviceNumber?: string }[] };
let web: TestApp;
beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 2);
  const cohort = await saveCohort(web.store, "202603-cccccc");
  await place(web.store, cohort, { number: "7001", station: "B0-S0" });
});

const officer = {
  serviceNumber: "8001",
  name: "学员8001",
  sex: "female",
  birthMonth: "1995-06",
  kind: "officer",
  homeUnit: "O1",
};

describe("units", () => {
  it("are listed and searched by code or name", async () => {
    expect((await bodyOf<Items>(web.hr.get("/units"))).items).toHaveLength(8);
    const { items } = await bodyOf<Items>(web.hr.get("/units?q=第1分局"));
    expect(items.map((each) => each.code)).toEqual(["B1", "B1-S0", "B1-S1"]);
    const html = await (await web.hr.page("/units?q=b1-s0")).text();
    expect(html).toContain("第1分局0所");
    expect(html).not.toContain("第0分局0所");
    expect(await (await web.hr.page("/units?q=zzz")).text()).toContain("没有符合条件的单位");
  });

  it("stand in a tree: a branch opens its stations, an office is a line", async () => {
    const html = await (await web.hr.page("/units")).text();
    expect(html.match(/<details/g)).toHaveLength(2);
    expect(html).toContain("第0分局（下属 2 个单位）");
    expect(html).toContain('href="/units/B1-S1"');
    expect(await (await web.hr.page("/units", { language: "en" })).text()).toContain(
      "第0分局 (2 units below)",
    );
  });

  it("are created, brought up to date, and left alone when nothing differs", async () => {
    const unit = { code: "B0-S9", name: "新所", kind: "station", parent: "B0" };
    const created = await web.hr.post("/units", unit);
    expect(created.status).toBe(201);
    expect(await created.json()).toEqual({ ...unit, location: "/units/B0-S9" });
    const renamed = await web.hr.post("/units", { ...unit, name: "改名所" });
    expect(renamed.status).toBe(200);
    expect(await bodyOf(renamed)).toMatchObject({ name: "改名所" });
    expect((await web.hr.post("/units", { ...unit, name: "改名所" })).status).toBe(200);
    const shown = await (await web.hr.get("/units/B0-S9")).json();
    expect(shown).toMatchObject({ name: "改名所", parent: "B0", officers: [] });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    [
      "a station without a branch",
      { code: "X", name: "某所", kind: "station" },
      "/parent",
      "station-needs-branch",
    ],
    [
      "a parent nobody knows",
      { code: "X", name: "某所", kind: "station", parent: "NO" },
      "/parent",
      "unknown-unit",
    ],
    ["a circle", { code: "WH", name: "市局", kind: "bureau", parent: "B0" }, "/parent", "parent-is-below"],
    [
      "another kind",
      { code: "B0", name: "第0分局", kind: "office", parent: "WH" },
      "/kind",
      "unit-kind-differs",
    ],
    ["a code with spaces", { code: "B 0", name: "某所", kind: "office" }, "/code", "invalid-format"],
    ["a kind nobody knows", { code: "X", name: "某所", kind: "school" }, "/kind", "invalid-value"],
  ])("with %s are refused at the field, and nothing is stored", async (_name, unit, pointer, code) => {
    const problem = await problemOf(await web.hr.post("/units", unit));
    expect(problem.httpStatus).toBe(422);
    expect(problem.errors[0]).toMatchObject({ pointer, code });
    expect((await web.hr.get("/units/X")).status).toBe(404);
  });

  it("show the refused form again with what was typed", async () => {
    const response = await web.hr.submit("/units", {
      code: "X",
      name: "<b>所</b>",
      kind: "station",
      parent: "",
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('id="parent-error"');
    expect(html).toContain("&lt;b&gt;所&lt;/b&gt;");
    expect(html).toContain('<option value="station" selected');
  });

  it("have a page with their people and the lists of secondments, and a form to change them", async () => {
    const html = await (await web.hr.page("/units/O1")).text();
    expect(html).toContain('href="/officers/7001"');
    expect(html).toContain('href="/secondments?sending=O1"');
    expect(await (await web.hr.page("/units/O1/edit")).text()).toContain('value="刑侦支队"');
  });
});

describe("people on file", () => {
  it("are put on file once, then brought up to date", async () => {
    const created = await web.hr.post("/officers", officer);
    expect(created.status).toBe(201);
    expect(await created.json()).toEqual({ ...officer, location: "/officers/8001" });
    expect((await web.hr.post("/officers", { ...officer, kind: "auxiliary" })).status).toBe(200);
    expect(await (await web.hr.get("/officers/8001")).json()).toMatchObject({
      kind: "auxiliary",
      secondments: [],
    });
    const { items } = await bodyOf<Items>(web.hr.get("/officers?unit=O1"));
    expect(items.map((each) => each.serviceNumber)).toEqual(["7001", "8001"]);
    expect((await bodyOf<Items>(web.hr.get("/officers"))).items).toHaveLength(2);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ["an unknown home unit", { ...officer, serviceNumber: "9", homeUnit: "NO" }, "/homeUnit", "unknown-unit"],
    [
      "a month 13",
      { ...officer, serviceNumber: "9", birthMonth: "1995-13" },
      "/birthMonth",
      "invalid-format",
    ],
    ["another name for a number on file", { ...officer, serviceNumber: "7001" }, "/name", "officer-differs"],
    ["no sex", { ...officer, serviceNumber: "9", sex: "" }, "/sex", "invalid-value"],
  ])("with %s are refused at the field", async (_name, body, pointer, code) => {
    const problem = await problemOf(await web.hr.post("/officers", body));
    expect(problem.httpStatus).toBe(422);
    expect(problem.errors[0]).toMatchObject({ pointer, code });
    expect((await web.hr.get("/officers/9")).status).toBe(404);
  });

  it("show the refused form again", async () => {
    const response = await web.hr.submit("/officers", { ...officer, serviceNumber: "9", birthMonth: "95" });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('id="birthMonth-error"');
    expect(html).toContain('value="female" checked');
  });

  it("are shown with their secondments to themselves, their unit and their host only", async () => {
    const sees = async (actor: Parameters<TestApp["as"]>[0]) =>
      (await (await web.as(actor)).get("/officers/7001")).status;
    expect(await sees({ id: "o", role: "officer", serviceNumber: "7001" })).toBe(200);
    expect(await sees({ id: "s", role: "sending", unit: "O1" })).toBe(200);
    expect(await sees({ id: "h", role: "station", unit: "B0-S0" })).toBe(200);
    expect(await sees({ id: "b", role: "branch", unit: "B0" })).toBe(200);
    expect(await sees({ id: "o2", role: "officer", serviceNumber: "8001" })).toBe(404);
    expect(await sees({ id: "h2", role: "station", unit: "B1-S0" })).toBe(404);
    expect(await sees({ id: "s2", role: "sending", unit: "B0" })).toBe(404);
    expect(await sees({ id: "s3", role: "sending", unit: "B0-S0" })).toBe(404);
    const station = await web.as({ id: "h", role: "station", unit: "B0-S0" });
    expect((await problemOf(await station.get("/officers?unit=O1"))).httpStatus).toBe(403);
    expect(await bodyOf(station.get("/units/O1"))).not.toHaveProperty("officers");
    expect((await problemOf(await station.post("/officers", officer))).httpStatus).toBe(403);
    expect((await problemOf(await station.post("/units", {}))).httpStatus).toBe(403);
    const html = await (await web.hr.page("/officers/7001", { language: "en" })).text();
    expect(html).toContain("/secondments/202603-cccccc-7001");
    // The term reaches into a year without a notice, none of its days does.
    expect(html).toContain(textFor("en").common.provisionalHint);
    expect(html).not.toContain(">provisional</span>");
  });

  it("created twice with one key are answered as the first time, although nothing is left to create", async () => {
    const body = { ...officer, serviceNumber: "8002", name: "学员丙" };
    for (const _ of ["first", "repeat"])
      expect((await web.hr.post("/officers", body, { key: "once" })).status).toBe(201);
    expect((await web.hr.post("/officers", body, { key: "another" })).status).toBe(200);
  });

  it("are found by their number from the search box", async () => {
    const response = await web.hr.page("/officers?q=7001");
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe("/officers/7001");
  });
});
