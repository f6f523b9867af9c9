import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { listUnits } from "@dunmiao/store/unit";
import { beforeAll, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";
import { actingOn, saveCohort } from "./people.ts";

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["300001", "300002", "300003", "300004"]) await onFile(app, number, "JG-01");
});

type Shown = { mentorAway: object[]; pauses?: object[]; isOrphan: boolean; mentor: object };
const shown = (id: string) => bodyOf<Shown>(app.hr.get(`/pairs/${id}`));
const secondment = (number: "100001" | "100003") =>
  bodyOf<{ term: { from: string; to: string } }>(app.hr.get(`/secondments/${idOf(number)}`));

test("whoever is on a secondment when the pair is planned is away from its beginning, and the trail says so", async () => {
  const { term } = await secondment("100001");
  const { id, isOrphan } = await planned(app.hr, { mentor: "100001", apprentice: "300001" });
  const source = idOf("100001");
  expect(isOrphan).toBe(true);
  expect(await shown(id)).toMatchObject({
    mentorAway: [{ from: "2026-02-02", to: term.to, why: "secondment", source }],
  });
  const page = await (await app.hr.page(`/pairs/${id}`)).text();
  expect(page).toContain("师傅离岗或指定代带人");
});

test("an apprentice on secondment elsewhere is paused, one at the mentor's branch is not", async () => {
  const elsewhere = await planned(app.hr, { mentor: "300001", apprentice: "100002" });
  expect(await shown(elsewhere.id)).toMatchObject({
    isOrphan: false,
    pauses: [{ from: "2026-02-02", source: idOf("100002") }],
  });
  await onFile(app, "300005", "42010201");
  const here = await planned(app.hr, { mentor: "300005", apprentice: "100001" });
  expect((await shown(here.id)).pauses).toBeUndefined();
});

const end = {
  on: "2026-03-02",
  outcome: "cancelled",
  reason: "工作需要",
  consultation: { with: "派出所", on: "2026-03-01", note: "同意提前结束" },
};

test("of a secondment that was cancelled before anybody reported in nothing is left, with mentor or apprentice", async () => {
  const led = await planned(app.hr, { mentor: "200004", apprentice: "300002" });
  const learnt = await planned(app.hr, { mentor: "300002", apprentice: "200004" });
  expect([(await shown(led.id)).isOrphan, (await shown(learnt.id)).pauses?.length]).toEqual([true, 1]);
  const ended = await app.hr.post(`/secondments/${idOf("200004")}/end-early`, end);
  expect(ended.status).toBe(200);
  expect(await shown(led.id)).toMatchObject({ isOrphan: false, mentorAway: [] });
  expect(await shown(learnt.id)).toMatchObject({ pauses: [] });
});

test("one that ends early after report-in brings the mentor back the day after", async () => {
  const id = idOf("100003");
  const { term } = await secondment("100003");
  const reported = await app.hr.post(`/secondments/${id}/report-in`, { on: term.from });
  expect(reported.status, await reported.clone().text()).toBe(200);
  const led = await planned(app.hr, { mentor: "100003", apprentice: "300002", focus: "technology" });
  expect((await app.hr.post(`/secondments/${id}/end-early`, end)).status).toBe(200);
  expect(await shown(led.id)).toMatchObject({ mentorAway: [{ from: "2026-02-02", to: "2026-03-02" }] });
});

const evidence = { number: "政〔2026〕9 号", title: "调动文件", date: "2026-03-01" };
const facts = (number: string) => ({
  name: `徒弟${number}`,
  sex: "male" as const,
  birthMonth: "2000-05",
  kind: "auxiliary" as const,
});

/** Moves somebody of JG-01 to the station 42010202, each in another way; answers their number afterwards. */
const causes: Readonly<Record<string, (number: string) => Promise<string>>> = {
  "a person's word": async (serviceNumber) => {
    const moved = { ...facts(serviceNumber), serviceNumber, homeUnit: "42010202" };
    expect((await app.hr.post("/officers", moved)).status).toBe(200);
    return serviceNumber;
  },
  "a list": async (serviceNumber) => {
    const acting = actingOn(app.store);
    const cohort = await saveCohort(app.store, `list-${serviceNumber}`);
    const ground = await planGround(acting, cohort, await listUnits(app.store));
    const officer = { ...facts(serviceNumber), serviceNumber, homeUnit: "42010202" };
    const row = { officer, hostStation: "42010301", post: `岗位${serviceNumber}` };
    expect(await placeOfficer(acting, row, ground)).toEqual({ ok: true, value: "created" });
    return serviceNumber;
  },
  "a correction": async (number) => {
    const said = { seen: 1, homeUnit: "42010202", evidence };
    expect((await app.hr.post(`/officers/${number}/corrections`, said)).status).toBe(201);
    return number;
  },
  "a merge with a number of another unit": async (number) => {
    const into = `9${number}`;
    await onFile(app, into, "42010202");
    const said = { seen: 1, into, evidence };
    expect((await app.hr.post(`/officers/${number}/merge`, said)).status).toBe(201);
    return into;
  },
};

test.each(Object.keys(causes).map((cause, at) => [cause, `30010${at}`, `30020${at}`] as const))(
  "whoever moves by %s leaves an orphan the same day, and their concurrent post ends the day before",
  async (cause, mentor, apprentice) => {
    for (const number of [mentor, apprentice]) await onFile(app, number, "JG-01");
    const { id } = await planned(app.hr, { mentor, apprentice });
    const place = { code: `XX-${mentor}`, kind: "school", name: "第一小学", unit: "42010201" };
    expect((await app.hr.post("/places", { places: [place] })).status).toBe(200);
    const held = { role: "vice-principal", appointedBy: "区教育局", from: "2025-09-01", to: "2026-08-31" };
    const begun = await app.hr.post("/posts", { ...held, serviceNumber: mentor, place: place.code });
    const post = await bodyOf<{ id: string }>(Promise.resolve(begun));
    expect((await shown(id)).isOrphan).toBe(false);
    const now = await causes[cause]?.(mentor);
    expect(await shown(id)).toMatchObject({
      isOrphan: true,
      mentor: { officer: { serviceNumber: now } },
      mentorAway: [{ from: "2026-03-02", why: "moved" }],
    });
    expect((await shown(id)).mentorAway).toHaveLength(1);
    expect(await bodyOf(app.hr.get(`/posts/${post.id}`))).toMatchObject({
      officer: { serviceNumber: now },
      ended: { on: "2026-03-01", because: "moved", reason: "大智派出所" },
    });
  },
);

test("both units and the personnel office hear of each move that left something behind, once", async () => {
  const at = (role: "station" | "sending", unit: string) => app.as({ id: `${role}-${unit}`, role, unit });
  const labels = ["300100", "300101", "300102", "9300103"].map((number) => ({
    code: "mover-left",
    matter: { kind: "move", id: number },
  }));
  for (const who of [app.hr, await at("station", "42010202"), await at("sending", "JG-01")]) {
    const { items } = await bodyOf<{ items: { code: string; matter?: { id: string } }[] }>(
      who.get("/notifications"),
    );
    const moves = items.filter(({ code }) => code === "mover-left");
    expect(moves.toSorted((a, b) => String(a.matter?.id).localeCompare(String(b.matter?.id)))).toMatchObject(
      labels,
    );
  }
  const page = await (await app.hr.page("/notifications", { language: "en" })).text();
  expect(page).toContain("Somebody moved: pairs without a mentor, or posts ended");
  expect(page).toContain('href="/officers/300100"');
});

test("an apprentice whom a list sends elsewhere is paused for these days, and goes on once it is withdrawn", async () => {
  for (const number of ["300401", "300402"]) await onFile(app, number, "JG-01");
  const { id } = await planned(app.hr, { mentor: "300401", apprentice: "300402", to: "2026-12-31" });
  const acting = actingOn(app.store);
  const cohort = await saveCohort(app.store, "list-learns");
  const ground = await planGround(acting, cohort, await listUnits(app.store));
  const officer = { ...facts("300402"), serviceNumber: "300402", homeUnit: "JG-01" };
  const row = { officer, hostStation: "42010301", post: "挂职干事" };
  expect(await placeOfficer(acting, row, ground)).toEqual({ ok: true, value: "created" });
  const source = "list-learns-300402";
  expect(await shown(id)).toMatchObject({
    isOrphan: false,
    pauses: [{ from: "2026-03-02", to: "2026-12-31", why: "secondment", source }],
  });
  const ended = await app.hr.post(`/secondments/${source}/end-early`, end);
  expect(ended.status, await ended.clone().text()).toBe(200);
  expect(await shown(id)).toMatchObject({ pauses: [] });
});

test("whoever stands in and moves did so until the day before, and the pair is an orphan again", async () => {
  for (const number of ["300501", "300502", "300503"]) await onFile(app, number, "JG-01");
  const { id } = await planned(app.hr, { mentor: "300501", apprentice: "300502" });
  const away = { why: "leave", from: "2026-02-20", substitute: "300503" };
  expect((await app.hr.post(`/pairs/${id}/substitute`, away)).status).toBe(200);
  expect(await shown(id)).toMatchObject({ isOrphan: false });
  await causes["a correction"]?.("300503");
  expect(await shown(id)).toMatchObject({
    isOrphan: true,
    mentorAway: [{ from: "2026-02-20", substitute: { from: "2026-02-20", to: "2026-03-01" } }],
  });
});

test("a mentor on leave who moves is away from the day on which the leave would have ended", async () => {
  await onFile(app, "300301", "JG-01");
  await onFile(app, "300302", "JG-01");
  const { id } = await planned(app.hr, { mentor: "300301", apprentice: "300302", to: "2026-12-31" });
  const leave = { why: "leave", from: "2026-03-02", to: "2026-03-20" };
  expect((await app.hr.post(`/pairs/${id}/substitute`, leave)).status).toBe(200);
  await causes["a correction"]?.("300301");
  expect(await shown(id)).toMatchObject({ mentorAway: [leave, { from: "2026-03-21", why: "moved" }] });
});

test("whoever moves back to the unit that the pair knows is its mentor as before", async () => {
  await onFile(app, "300303", "42010202");
  await onFile(app, "300304", "JG-01");
  const { id } = await planned(app.hr, { mentor: "300303", apprentice: "300304" });
  const place = { seen: 1, homeUnit: "JG-01", evidence };
  expect((await app.hr.post("/officers/300303/corrections", place)).status).toBe(201);
  const on = "2026-03-02";
  expect((await app.hr.post(`/pairs/${id}/mentor-return`, { on })).status).toBe(200);
  const back = { seen: 2, homeUnit: "42010202", evidence };
  expect((await app.hr.post("/officers/300303/corrections", back)).status).toBe(201);
  expect(await shown(id)).toMatchObject({ isOrphan: false, mentorAway: [] });
});

test("a number that is merged takes its pairs and what they hold along", async () => {
  for (const number of ["300011", "300012", "300013"]) await onFile(app, number, "JG-01");
  const led = await planned(app.hr, { mentor: "300011", apprentice: "300013" });
  const merge = {
    seen: 1,
    into: "300012",
    evidence: { number: "政〔2026〕9 号", title: "一人两号", date: "2026-03-01" },
  };
  const merged = await app.hr.post("/officers/300011/merge", merge);
  expect(merged.status).toBe(201);
  expect(await shown(led.id)).toMatchObject({ mentor: { officer: { serviceNumber: "300012" } } });
  const { items } = await bodyOf<{ items: { id: string }[] }>(app.hr.get("/pairs?mentor=300012"));
  expect(items.map(({ id }) => id)).toEqual([led.id]);
});

test("a substitute finds the pair in the list of their own", async () => {
  await onFile(app, "300014", "JG-02");
  const { id } = await planned(app.hr, { mentor: "300002", apprentice: "300013", focus: "technology" });
  const away = { why: "leave", from: "2026-03-02", substitute: "300014" };
  expect((await app.hr.post(`/pairs/${id}/substitute`, away)).status).toBe(200);
  const substitute = await app.as({ id: "officer-300014", role: "officer", serviceNumber: "300014" });
  const { items } = await bodyOf<{ items: { id: string }[] }>(substitute.get("/pairs"));
  expect(items.map((each) => each.id)).toEqual([id]);
  const { term } = await bodyOf<{ term: { to: string } }>(app.hr.get(`/pairs/${id}`));
  const range = { from: "2026-03-02", to: term.to };
  const { pairs } = await bodyOf<{ pairs: object[] }>(app.hr.get("/officers/300014"));
  expect(pairs).toMatchObject([{ id, standsIn: [range] }]);
  for (const [language, heading] of [
    ["zh-CN", "代带期间"],
    ["en", "Leads as substitute"],
  ] as const) {
    const page = await (await app.hr.page("/officers/300014", { language })).text();
    for (const part of [heading, `href="/pairs/${id}"`, ...Object.values(range)])
      expect(page).toContain(part);
    expect(await (await app.hr.page("/officers/300002", { language })).text()).not.toContain(heading);
  }
});

test("verification finds nothing", async () => {
  expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
});
