import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, pairOf, planned } from "./pairs.ts";

const session = { on: "2026-02-27", kind: "session", learned: "笔录的问法" };
let app: PopulatedApp;
let mentor: Client;
let apprentice: Client;
let id: string;
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["300001", "300002"]) await onFile(app, number);
  for (const number of ["110001", "110002", "110003"]) await onFile(app, number, "JG-01");
  mentor = await app.as({ id: "mentor-1", role: "mentor", serviceNumber: "110001" });
  apprentice = await app.as({ id: "officer-300001", role: "officer", serviceNumber: "300001" });
  ({ id } = await planned(app.hr, { apprentice: "300001", to: "2026-03-31" }));
});

const summary = () => bodyOf(app.hr.get("/pairs/summary"));
const codeOf = async (answer: Promise<Response>) => (await problemOf(await answer)).code;

describe("an entry", () => {
  test("by the mentor waits for the apprentice, whose page has the button", async () => {
    expect((await mentor.post(`/pairs/${id}/activities`, session)).status).toBe(200);
    expect(await codeOf(mentor.post(`/pairs/${id}/activities/v1/confirm`, {}))).toBe("not-the-other-member");
    const button = `action="/pairs/${id}/activities/v1/confirm"`;
    expect(await (await mentor.page(`/pairs/${id}`)).text()).not.toContain(button);
    const page = await (await apprentice.page(`/pairs/${id}`)).text();
    expect(page).toContain(button);
    expect(page).toContain(session.learned);
    const confirmed = await apprentice.submit(`/pairs/${id}/activities/v1/confirm`, {});
    expect([confirmed.status, confirmed.headers.get("Location")]).toEqual([303, `/pairs/${id}`]);
    expect(await bodyOf(app.hr.get(`/pairs/${id}`))).toMatchObject({
      activities: [{ id: "v1", side: "mentor", confirmed: { by: { id: "officer-300001" } } }],
      words: { v1: { learned: session.learned } },
    });
  });

  test("is one for ten sent at the same time under one key", async () => {
    const send = () =>
      mentor.post(`/pairs/${id}/activities`, { ...session, on: "2026-02-26" }, { key: "entry" });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { activities } = await bodyOf<{ activities: { on: string }[] }>(app.hr.get(`/pairs/${id}`));
    expect(activities.map(({ on }) => on)).toEqual(["2026-02-27", "2026-02-26"]);
  });

  test.each(["zh-CN", "en"] as const)("that is refused comes back in its form, in %s", async (language) => {
    const sent = { on: "2026-03-31", kind: "session", learned: "<b>x</b>" };
    const answer = await mentor.submit(`/pairs/${id}/activities`, sent, { language });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toMatch(/<details[^>]* open/);
    expect(page).toContain('href="#activities-on"');
    expect(page).toContain("&lt;b&gt;x&lt;/b&gt;");
  });
});

test("agreement, aims and plan complete the file, and the headline says so", async () => {
  expect(await summary()).toMatchObject({ pairs: 1, files: 0, missing: 1 });
  const contract = { duties: "带教", content: "办案", aim: "独立办案", standard: "出师考核合格" };
  const plan = { "plan.2026-02": "跟案", "plan.2026-03": "主办" };
  const form = { signedOn: "2026-02-02", signedForUnit: "所长一", ...contract, ...plan };
  expect((await app.station.submit(`/pairs/${id}/agreement`, form)).status).toBe(303);
  expect(await pairOf(app.hr, id)).toMatchObject({ file: { missing: [], months: [] } });
  expect(await summary()).toMatchObject({ pairs: 1, files: 1, missing: 0 });
  expect(await codeOf(app.sending.post(`/pairs/${id}/agreement`, form))).toBe("forbidden");
  const page = await (await app.station.page(`/pairs/${id}`)).text();
  expect(page).toContain("2026-02 跟案");
  for (const [language, signers] of [
    ["zh-CN", /师傅 [^<]+、徒弟 [^<]+、单位负责人 所长一/],
    ["en", /Mentor [^<]+, Apprentice [^<]+, unit leader 所长一/],
  ] as const)
    for (const path of [`/pairs/${id}`, `/pairs/${id}/print?sheet=agreement`])
      expect(await (await app.station.page(path, { language })).text()).toMatch(signers);
});

describe("a mentor who is away", () => {
  const orphans = async () =>
    (await bodyOf<{ items: { id: string }[] }>(app.hr.get("/pairs?orphan=true"))).items.map(
      (each) => each.id,
    );

  test("leaves an orphan the same day, until somebody stands in", async () => {
    expect(await orphans()).toEqual([]);
    const away = { why: "leave", from: "2026-03-01" };
    expect((await app.station.post(`/pairs/${id}/substitute`, away)).status).toBe(200);
    expect(await orphans()).toEqual([id]);
    const named = await app.station.post(`/pairs/${id}/substitute`, {
      ...away,
      from: "2026-03-02",
      substitute: "110002",
    });
    expect(named.status).toBe(200);
    expect(await orphans()).toEqual([]);
    expect(await pairOf(app.hr, id)).toMatchObject({ isOrphan: false });
  });

  test("a substitute who leads two already does not lead a third", async () => {
    for (const focus of ["technology", "public-service"])
      await planned(app.hr, { mentor: "110003", apprentice: "300002", focus });
    const other = await planned(app.hr, { mentor: "200004", apprentice: "300001", focus: "technology" });
    const sent = { why: "hr", from: "2026-03-02", substitute: "110003" };
    const refused = await problemOf(await app.hr.post(`/pairs/${other.id}/substitute`, sent));
    expect([refused.code, refused.errors[0]?.pointer]).toEqual(["mentor-load-reached", "/substitute"]);
    expect(
      (await app.hr.post(`/pairs/${other.id}/substitute`, { ...sent, substitute: "110002" })).status,
    ).toBe(200);
  });
});

test("the test by the unit and the end: completed early, and the place is free again", async () => {
  const end = { outcome: "completed", on: "2026-03-02" };
  expect(await codeOf(app.station.post(`/pairs/${id}/end`, end))).toBe("not-passed-yet");
  expect(await codeOf(mentor.post(`/pairs/${id}/tests`, { grade: "good", on: "2026-03-02" }))).toBe(
    "forbidden",
  );
  expect((await app.station.post(`/pairs/${id}/tests`, { grade: "good", on: "2026-03-02" })).status).toBe(
    200,
  );
  expect((await app.station.post(`/pairs/${id}/end`, end)).status).toBe(200);
  expect(await pairOf(app.hr, id)).toMatchObject({ status: "completed-early", endedOn: "2026-03-02" });
  const again = app.station.post(`/pairs/${id}/tests`, { grade: "good", on: "2026-03-02" });
  expect(await codeOf(again)).toBe("pair-not-active");
  // What belongs into the file is entered after the end, too.
  expect((await mentor.post(`/pairs/${id}/activities`, session)).status).toBe(200);
  const next = await planned(app.hr, { apprentice: "300001", from: "2026-03-03" });
  expect(next.status).toBe("active");
});

test("what the summary says is what a recount of the pairs says, and verification finds nothing", async () => {
  const { items } = await bodyOf<{ items: { id: string; status: string }[] }>(app.hr.get("/pairs"));
  const files = await Promise.all(
    items.map(async (each) => (await pairOf(app.hr, each.id)).file.missing.length === 0),
  );
  const complete = files.filter(Boolean).length;
  expect(await summary()).toMatchObject({
    pairs: items.length,
    files: complete,
    missing: items.length - complete,
  });
  expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
});
