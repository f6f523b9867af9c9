import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import type { RefusalCode } from "@dunmiao/domain/refusal";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { boxesOf } from "../src/pairScheme/boxes.ts";
import { fieldMessages } from "../src/ui/refusalSentence.ts";
import { zhCN } from "../src/ui/text/zhCN.ts";
import { bodyOf, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, planned, usual } from "./pairs.ts";

let app: PopulatedApp;
const url = "/pair-schemes/pair-standard";
const standard = presetPairSchemes[0];
if (!standard) throw new Error("no preset");
const form = { ...boxesOf(standard), version: "2", seen: "0" };
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["110001", "110002", "110003", "300001", "300002", "300003", "300004"])
    await onFile(app, number, "JG-01");
});

/** Rows of a list as somebody takes them out: their names are empty. */
function without(list: string, rows: readonly number[]): object {
  return Object.fromEntries(rows.flatMap((at) => ["zh", "en"].map((name) => [`${list}.${at}-${name}`, ""])));
}

const shown = (id: string) => bodyOf<object>(app.hr.get(`/pairs/${id}`));

describe("a draft of a pair scheme", () => {
  test.each([
    [{ loadCap: "0" }, "loadCap", "too-small"],
    [{ loadCap: "zwei" }, "loadCap", "whole-number-expected"],
    [{ longestMonths: "" }, "longestMonths", "required"],
    [without("grades", [0, 1, 2]), "grades", "too-small"],
    [without("grades", [2, 3]), "grades", "grades-pass-and-fail"],
    [{ "skills.0-focus": "casework", "skills.0-zh": "笔录" }, "skills", "line-not-read"],
    [{ "mutual.0-list": "four", "mutual.0-zh": "促项", "mutual.0-en": "P" }, "mutual", "line-not-read"],
    [{ "c0.when": "16" }, "c0.when", "month-day-too-late"],
    [{ "c1.when": "12" }, "c1.when", "checkpoint-outside-term"],
  ] as [object, string, RefusalCode][])("with %j is refused at its box %s: %s", async (change, box, code) => {
    const answer = await app.hr.submit(`${url}/draft`, { ...form, ...change });
    const page = await answer.text();
    const sentence =
      fieldMessages({ ...zhCN, language: "zh-CN" }, [{ code, field: box }])[0]?.message.split("（")[0] ?? "";
    expect([
      answer.status,
      page.includes(`href="#${box.replace(".", "-")}"`),
      sentence !== "" && page.includes(sentence.slice(0, 4)),
    ]).toEqual([422, true, true]);
  });

  test("by a program changes only what it names, and an unknown setting is refused", async () => {
    const body = { version: 2, seen: 0, loads: 3 };
    expect((await problemOf(await app.hr.post(`${url}/draft`, body))).httpStatus).toBe(422);
  });

  test("is saved from the form with skills, published by another person, and leaves running pairs alone", async () => {
    const runs = await planned(app.hr, { apprentice: "300001" });
    const row = (at: number, zh: string, en: string) => ({
      [`skills.${at}-focus`]: "casework",
      [`skills.${at}-zh`]: zh,
      [`skills.${at}-en`]: en,
    });
    const skills = { ...row(0, "讯问笔录", "Interview notes"), ...row(1, "现场勘查", "Crime scene") };
    const item = (at: number, list: string, key: string, zh: string, en: string) => ({
      [`mutual.${at}-list`]: list,
      [`mutual.${at}-key`]: key,
      [`mutual.${at}-zh`]: zh,
      [`mutual.${at}-en`]: en,
    });
    const mutual = {
      ...item(0, "promote", "p1", "促项一", "Promotion 1"),
      ...item(1, "assist", "a1", "互项一", "Assistance 1"),
    };
    const changed = { ...form, ...skills, ...mutual, testNeeds: "skills", loadCap: "1", "c1.when": "" };
    expect((await app.hr.submit(`${url}/draft`, changed)).status).toBe(303);
    expect(await bodyOf(app.hr.get(`${url}/draft`))).toMatchObject({
      status: "draft",
      revision: 1,
      scheme: { version: 2, loadCap: 1, checkpoints: [{ kind: "month" }, { kind: "final-test" }] },
    });
    const act = { version: 2, seen: 1, reason: "补充技能清单" };
    expect((await problemOf(await app.hr.post(`${url}/draft/publish`, act))).code).toBe(
      "same-person-decides",
    );
    expect((await app.station.post(`${url}/draft/publish`, act)).status).toBe(403);
    const page = await (await app.approver.page(`${url}/draft`)).text();
    expect(page).toContain(`action="${url}/draft/publish"`);
    expect(
      (await app.approver.submit(`${url}/draft/publish`, { ...act, version: "2", seen: "1" })).status,
    ).toBe(303);
    expect(await bodyOf(app.hr.get(url))).toMatchObject({ version: 2, loadCap: 1 });
    expect(await shown(runs.id)).toMatchObject({ schemeVersion: 1, skillsLeft: [] });
    for (const language of ["zh-CN", "en"] as const)
      expect(await (await app.hr.page(url, { language })).text()).toContain(
        language === "en" ? "Interview notes" : "讯问笔录",
      );
  });

  test("a pair planned from then on runs under it: skills before the test, and its cap", async () => {
    const { id } = await planned(app.hr, { mentor: "110002", apprentice: "300002", from: "2026-02-02" });
    expect(await shown(id)).toMatchObject({
      schemeVersion: 2,
      skillsLeft: ["interview-notes", "crime-scene"],
    });
    const second = { ...usual, mentor: "110002", apprentice: "300003", from: "2026-02-02" };
    expect((await problemOf(await app.hr.post("/pairs", second))).code).toBe("mentor-load-reached");
    const test_ = { grade: "good", on: "2026-03-02" };
    expect((await problemOf(await app.hr.post(`/pairs/${id}/tests`, test_))).code).toBe("skills-not-signed");
    for (const skill of ["interview-notes", "crime-scene"])
      expect((await app.hr.submit(`/pairs/${id}/skills`, { skill, on: "2026-03-02" })).status).toBe(303);
    expect((await app.hr.post(`/pairs/${id}/tests`, test_)).status).toBe(200);
    const page = await (await app.hr.page(`/pairs/${id}`, { language: "en" })).text();
    expect(page).toContain("Crime scene");
    expect(page).toContain("allowance Class 2");
    // The page of the apprentice has both with who entered them, where its reader may open the pair.
    const said = { by: { role: "hr" }, on: "2026-03-02" };
    const of = { pairId: id, mentor: ["110002", "徒弟110002"] };
    expect(await bodyOf(app.hr.get("/officers/300002"))).toMatchObject({
      skills: [
        { ...of, name: { "zh-CN": "讯问笔录" }, on: "2026-03-02", signed: said },
        { ...of, name: { "zh-CN": "现场勘查" }, on: "2026-03-02", signed: said },
      ],
      tests: [{ ...of, name: { en: "Good" }, isPassed: true, on: "2026-03-02", entered: said }],
    });
    expect(await bodyOf(app.hr.get("/officers/110002"))).toMatchObject({ skills: [], tests: [] });
    for (const [language, words] of [
      ["zh-CN", ["现场勘查", "良好", "签认人"]],
      ["en", ["Crime scene", "Good", "Signed by"]],
    ] as const) {
      const own = await (await app.hr.page("/officers/300002", { language })).text();
      for (const each of words) expect(own).toContain(each);
    }
  });

  test("the items of 四促三互 are ticked once, within the term, by the two or their unit; nothing is listed where nothing was", async () => {
    const { id } = await planned(app.hr, { mentor: "110003", apprentice: "300004", from: "2026-02-02" });
    const apprentice = await app.as({ id: "officer-300004", role: "officer", serviceNumber: "300004" });
    const tick = (input: Record<string, string>, who = app.sending) => who.post(`/pairs/${id}/items`, input);
    const done = { item: "p1", on: "2026-03-02" };
    for (const [input, pointer, code] of [
      [{ ...done, item: "x" }, "/item", "unknown-item"],
      [{ ...done, on: "2026-02-01" }, "/on", "item-outside-term"],
      [{ ...done, on: "2026-03-03" }, "/on", "item-outside-term"],
    ] as const)
      expect((await problemOf(await tick(input))).errors).toMatchObject([{ pointer, code }]);
    expect((await tick(done, app.otherStation)).status).toBe(403);
    expect((await tick(done, apprentice)).status).toBe(200);
    expect((await problemOf(await tick(done))).errors).toMatchObject([
      { pointer: "/item", code: "item-ticked" },
    ]);
    expect((await app.sending.submit(`/pairs/${id}/items`, { item: "a1", on: "2026-02-20" })).status).toBe(
      303,
    );
    expect(await bodyOf(app.hr.get(`/pairs/${id}`))).toMatchObject({
      ticks: [
        { key: "p1", on: "2026-03-02", ticked: { by: { role: "officer" } } },
        { key: "a1", on: "2026-02-20", ticked: { by: { role: "sending" } } },
      ],
    });
    const page = await (await app.hr.page(`/pairs/${id}`)).text();
    expect(page).toContain("促项一");
    expect(await (await app.hr.page(`/pairs/${id}/print?sheet=file`)).text()).toContain("促项一");
    const older = await bodyOf<{ items: { id: string; mentor: string[] }[] }>(app.hr.get("/pairs"));
    const first = older.items.find((each) => each.mentor[0] === "110001");
    for (const [language, words] of [
      ["zh-CN", "公开资料只有“四促三互”的名称"],
      ["en", "give the name without its items"],
    ] as const)
      expect(await (await app.hr.page(`/pairs/${first?.id}`, { language })).text()).toContain(words);
  });

  test("verification finds nothing", async () => {
    expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
  });
});
