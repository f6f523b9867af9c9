import { countRequests } from "@dunmiao/store/engine/countRequests";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, pairOf, planned, usual } from "./pairs.ts";

const languages = ["zh-CN", "en"] as const;
type List = { items: { id: string; file: { missing: string[] } }[]; total: number; cursor?: string };
let app: PopulatedApp;
let mentor: Client;
let apprentice: Client;
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["300001", "300002", "300003"]) await onFile(app, number);
  for (const number of ["110001", "110002", "110003"]) await onFile(app, number, "JG-01");
  mentor = await app.as({ id: "mentor-1", role: "mentor", serviceNumber: "110001" });
  apprentice = await app.as({ id: "officer-300001", role: "officer", serviceNumber: "300001" });
});

/** Requests to the store while something is asked. */
async function requestsOf(ask: () => Promise<Response>): Promise<Record<string, number>> {
  const counted = countRequests(app.store);
  await ask();
  counted.stop();
  return counted.requests;
}

const listed = async (client: Client, query = "") =>
  (await bodyOf<List>(client.get(`/pairs${query}`))).items.map(({ id }) => id);

describe("a pair", () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await planned(app.hr, { apprentice: "300001" }));
  });

  test("runs at once and lacks everything but time", async () => {
    expect(await pairOf(app.hr, id)).toMatchObject({
      status: "active",
      isOrphan: false,
      file: { missing: ["agreement", "goals", "plan"], months: [] },
    });
    expect(await bodyOf(app.hr.get("/pairs/summary"))).toMatchObject({ pairs: 1, files: 0, missing: 1 });
  });

  test("is read by both, by both units and the bureau, and by nobody else", async () => {
    const { hr, approver, inspector, auditor, branch, station, sending, otherStation } = app;
    for (const reader of [
      hr,
      approver,
      inspector,
      auditor,
      branch,
      station,
      sending,
      mentor,
      apprentice,
      await app.as({ id: "officer-110001", role: "officer", serviceNumber: "110001" }),
    ]) {
      expect((await reader.get(`/pairs/${id}`)).status).toBe(200);
      expect(await listed(reader)).toEqual([id]);
    }
    expect((await otherStation.get(`/pairs/${id}`)).status).toBe(403);
    expect(await listed(otherStation)).toEqual([]);
  });

  test("is found by every filter that fits, and by none that does not", async () => {
    for (const query of [
      "unit=JG-01",
      "unit=42010201",
      "unit=420102",
      "mentor=110001",
      "apprentice=300001",
      "focus=casework",
      "file=incomplete",
      "state=active",
      "q=3000",
      "q=徒弟",
    ])
      expect([query, await listed(app.hr, `?${query}`)]).toEqual([query, [id]]);
    for (const query of [
      "unit=420103",
      "mentor=300001",
      "apprentice=110001",
      "focus=technology",
      "file=complete",
      "state=proposed",
      "orphan=true",
      "q=某人",
    ])
      expect([query, await listed(app.hr, `?${query}`)]).toEqual([query, []]);
    expect((await problemOf(await app.hr.get("/pairs?state=gone"))).httpStatus).toBe(422);
  });

  test("costs one Query to show, and one to list for the bureau", async () => {
    const shown = await requestsOf(() => app.hr.get(`/pairs/${id}`));
    expect(shown).toEqual({ GetItem: 1, Query: 1 });
    const all = await requestsOf(() => app.hr.get("/pairs"));
    expect(all).toEqual({ GetItem: 1, Query: 1 });
  });

  test.each(languages)("has pages in %s", async (language) => {
    const list = await (await app.hr.page("/pairs", { language })).text();
    expect(list).toContain(`href="/pairs/${id}"`);
    expect(list).toContain("徒弟300001");
    expect(list).toContain('href="/pairs/files"');
    const page = await (await app.hr.page(`/pairs/${id}`, { language })).text();
    expect(page).toContain(language === "en" ? "Agreement" : "师徒协议");
    const form = await (await app.hr.page("/pairs/new", { language })).text();
    expect(form).toContain('name="eligibility"');
  });
});

describe("what is refused", () => {
  test.each([
    [{ apprentice: "110001" }, "self-mentoring", "/apprentice"],
    [{ apprentice: "999999" }, "unknown-officer", "/apprentice"],
    [{ apprentice: "300002", scheme: "other" }, "unknown-pair-scheme", "/scheme"],
    [{ apprentice: "300002", focus: "other" }, "unknown-focus", "/focus"],
    [{ apprentice: "300001" }, "apprentice-has-pair", "/apprentice"],
  ])("%o: %s", async (facts, code, pointer) => {
    const problem = await problemOf(await app.hr.post("/pairs", { ...usual, ...facts }));
    expect([problem.code, problem.errors[0]?.pointer]).toEqual([code, pointer]);
  });

  test("a form comes back as it was sent, ticks among it", async () => {
    const form = {
      mentor: "110001",
      apprentice: "110001",
      focus: "casework",
      eligibility: "rank",
      kin: "false",
    };
    const sent = { ...form, from: "2026-02-02", leading: "mentor", scheme: "pair-standard" };
    const page = await (await app.hr.submit("/pairs", sent)).text();
    expect(page).toContain("师傅和徒弟不能是同一人");
    expect(page).toMatch(/value="rank"[^>]*checked/);
    expect(page).toMatch(/value="mentor"[^>]*checked/);
    expect(page).not.toMatch(/value="years"[^>]*checked/);
  });

  test("only the leading unit plans", async () => {
    const wrong = await problemOf(await app.sending.post("/pairs", { ...usual, apprentice: "300002" }));
    expect([wrong.httpStatus, wrong.code]).toEqual([403, "forbidden"]);
    for (const role of ["inspector", "auditor", "officer"] as const)
      expect((await app[role].post("/pairs", { ...usual, apprentice: "300002" })).status).toBe(403);
  });
});

describe("a pair that needs a second person", () => {
  test("waits for one, who is not the planner", async () => {
    const { id, status } = await planned(app.hr, { apprentice: "300002", kin: true });
    expect(status).toBe("proposed");
    expect(await bodyOf(app.hr.get("/pairs/summary?apprentice=300002"))).toMatchObject({
      pairs: 0,
      files: 0,
      missing: 0,
    });
    const own = await problemOf(await app.hr.post(`/pairs/${id}/approve`, {}));
    expect(own.code).toBe("same-person-decides");
    const page = await (await app.hr2.page(`/pairs/${id}`)).text();
    expect(page).toContain(`action="/pairs/${id}/approve"`);
    const approved = await requestsOf(() => app.hr2.post(`/pairs/${id}/approve`, {}));
    expect(approved).toMatchObject({ TransactWriteItems: 1 });
    expect(await pairOf(app.hr, id)).toMatchObject({ status: "active", version: 2 });
    expect((await problemOf(await app.hr2.post(`/pairs/${id}/approve`, {}))).code).toBe("pair-not-proposed");
  });
});

test("of twenty pairs at the same time for a mentor who leads two, two stand", async () => {
  const numbers = Array.from({ length: 20 }, (_, at) => String(400_001 + at));
  for (const number of numbers) await onFile(app, number);
  const plan = (apprentice: string) => app.hr.post("/pairs", { ...usual, mentor: "110002", apprentice });
  const answers = await Promise.all(numbers.map(plan));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  const refused = await Promise.all(answers.filter(({ status }) => status !== 201).map(problemOf));
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["mentor-load-reached"]));
  expect(await listed(app.hr, "?mentor=110002")).toHaveLength(2);
});

test("the same plan twice under one key is one pair", async () => {
  const send = () =>
    app.hr.post("/pairs", { ...usual, mentor: "110003", apprentice: "300003" }, { key: "pair-1" });
  const [first, second] = [await bodyOf<{ id: string }>(send()), await bodyOf<{ id: string }>(send())];
  expect(second.id).toBe(first.id);
  expect(await listed(app.hr, "?mentor=110003")).toEqual([first.id]);
});

test("verification finds every claim and row as the pairs say", async () => {
  expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
});
