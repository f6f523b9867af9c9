import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, problemOf, type TestApp, testApp } from "./app.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

const force = { unit: "O1", level: "city", from: "2026-01-01", people: 9, source: "政〔2026〕1号" };
let web: TestApp;
beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 3);
  const cohort = await saveCohort(web.store, "202603-q");
  await place(web.store, cohort, { number: "1", station: "B0-S0" });
  await place(web.store, cohort, { number: "2", station: "B0-S1", home: "B1-S0" });
});

const quota = () => bodyOf(web.hr.get("/quota"));

describe("the quota", () => {
  test("stands on what HR entered, once however often it is sent", async () => {
    expect(await quota()).toMatchObject({ rows: [], withoutForce: { actual: 2 } });
    for (let times = 0; times < 2; times += 1)
      expect((await web.hr.post("/quota", force, { key: "first" })).status).toBe(200);
    await web.hr.post("/quota", { ...force, unit: "B1", level: "county", people: "40", sharePercent: "2.5" });
    expect(await quota()).toMatchObject({
      on: "2026-03-02",
      rows: [
        { unit: "B1", level: "county", planned: 1, actual: 1, gap: 0 },
        { unit: "O1", level: "city", sharePercent: 20, planned: 2, actual: 1, gap: 1 },
      ],
      total: { people: 49, planned: 3, actual: 2, gap: 1 },
      withoutForce: { actual: 0 },
    });
    type Named = { total: number; items: { officer: { serviceNumber: string } }[] };
    const named = async (query: string) => {
      const { total, items } = await bodyOf<Named>(web.hr.get(`/quota/people${query}`));
      return [total, items.map(({ officer }) => officer.serviceNumber)];
    };
    expect(await Promise.all(["", "?unit=B1", "?unit=O1", "?withoutForce=true"].map(named))).toEqual([
      [2, ["1", "2"]],
      [1, ["2"]],
      [1, ["1"]],
      [0, []],
    ]);
    const unit = await bodyOf<{ name: string }>(web.hr.get("/units/O1"));
    await web.hr.post("/units", { code: "O1", name: `${unit.name}一`, kind: "office", parent: "WH" });
    expect(await quota()).toMatchObject({ total: { planned: 3 } });
    expect((await verifyTable(web.store)).faults).toEqual([]);
  });

  test.each([
    ["no unit", { ...force, unit: "nowhere" }, "/unit", "unknown-unit"],
    ["a station", { ...force, unit: "B0-S0" }, "/unit", "force-of-station"],
    ["a county without a share", { ...force, level: "county" }, "/sharePercent", "share-not-said"],
    ["nobody", { ...force, people: 0 }, "/people", "too-small"],
    ["more than all", { ...force, sharePercent: 101 }, "/sharePercent", "too-large"],
    ["without a document", { ...force, source: "" }, "/source", "required"],
  ])("%s is refused beside its field", async (_, body, pointer, code) => {
    expect(await problemOf(await web.hr.post("/quota", body))).toMatchObject({ errors: [{ pointer, code }] });
  });

  test.each([
    ["zh-CN", "应派", "填写警力基数"],
    ["en", "Quota", "Enter a force"],
  ] as const)("is a page with its sums in %s, and a workbook", async (language, column, act) => {
    const page = await (await web.hr.page("/quota", { language })).text();
    for (const part of [column, act, "刑侦支队", "/quota/people?figure=actual&amp;unit=O1"])
      expect(page).toContain(part);
    const people = await (await web.hr.page("/quota/people?unit=O1", { language })).text();
    for (const part of ["刑侦支队", '-1">1</a>']) expect(people).toContain(part);
    const file = await web.hr.page("/quota?as=xlsx", { language });
    expect(file.headers.get("Content-Type")).toContain("spreadsheetml");
    const auditor = await web.as({ id: "a-1", role: "auditor" });
    expect(await (await auditor.page("/quota", { language })).text()).not.toContain("/quota/new");
  });

  test("shows a branch its own, and an officer nothing", async () => {
    const branch = await web.as({ id: "b-1", role: "branch", unit: "B1" });
    expect(await bodyOf(branch.get("/quota"))).toMatchObject({ rows: [{ unit: "B1", actual: 1 }] });
    expect(await bodyOf(branch.get("/quota/people"))).toMatchObject({ total: 1 });
    expect(await bodyOf(branch.get("/quota/people?unit=O1"))).toMatchObject({ total: 0 });
    expect((await branch.post("/quota", force)).status).toBe(403);
    const officer = await web.as({ id: "o-1", role: "officer", serviceNumber: "1" });
    for (const path of ["/quota", "/quota/people"]) expect((await officer.get(path)).status).toBe(403);
  });
});
