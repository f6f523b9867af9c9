import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";

let app: PopulatedApp;
let mentor: Client;
let apprentice: Client;
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["110001", "110002", "110003", "300001", "300002", "300003"])
    await onFile(app, number, "JG-01");
  await onFile(app, "300004", "42010201");
  mentor = await app.as({ id: "mentor-1", role: "mentor", serviceNumber: "110001" });
  apprentice = await app.as({ id: "officer-300004", role: "officer", serviceNumber: "300004" });
});

const codeOf = async (answer: Promise<Response>) => (await problemOf(await answer)).code;
const shown = (id: string) => bodyOf<Record<string, unknown>>(app.hr.get(`/pairs/${id}`));
const languages = ["zh-CN", "en"] as const;

describe("a pair that begins a year ago", () => {
  let id: string;
  beforeAll(async () => {
    const facts = { mentor: "110001", apprentice: "300004", from: "2025-08-01", to: "2026-03-02" };
    ({ id } = await planned(app.hr, facts));
  });

  test("the mentor says how the first half went, and both languages show it", async () => {
    const words = { words: "<b>进度符合计划</b>" };
    const isDue = async (client: Client) => (await (await client.page("/")).text()).includes(">中期评估<");
    expect([await isDue(mentor), await isDue(apprentice)]).toEqual([true, false]);
    expect(await codeOf(apprentice.post(`/pairs/${id}/mid-term`, words))).toBe("forbidden");
    expect((await mentor.submit(`/pairs/${id}/mid-term`, words)).status).toBe(303);
    expect(await isDue(mentor)).toBe(false);
    expect(await codeOf(app.hr.post(`/pairs/${id}/mid-term`, words))).toBe("no-mid-term");
    expect(await shown(id)).toMatchObject({ words: { midTerms: { "mid-term": words.words } } });
    for (const language of languages) {
      for (const path of [`/pairs/${id}`, `/pairs/${id}/print?sheet=file`])
        expect(await (await app.hr.page(path, { language })).text()).toContain(
          "&lt;b&gt;进度符合计划&lt;/b&gt;",
        );
    }
  });

  test("the apprentice states, anew until the test; a form that is refused comes back", async () => {
    const blank = await apprentice.submit(`/pairs/${id}/statement`, { words: " " });
    expect(blank.status).toBe(422);
    expect(await blank.text()).toContain('href="#statement-words"');
    for (const words of ["初稿", "定稿"])
      expect((await apprentice.post(`/pairs/${id}/statement`, { words })).status).toBe(200);
    expect(await codeOf(mentor.post(`/pairs/${id}/statement`, { words: "代写" }))).toBe("forbidden");
    expect(await shown(id)).toMatchObject({ statement: { revision: 2 }, words: { statement: "定稿" } });
    for (const [language, day] of [
      ["zh-CN", "2026年3月2日"],
      ["en", "2 March 2026"],
    ] as const)
      for (const sheet of ["file", "test"]) {
        const path = `/pairs/${id}/print?sheet=${sheet}`;
        const paper = await (await app.hr.page(path, { language })).text();
        expect(paper).toMatch(new RegExp(`定稿 · [^<]+ · ${day}`));
      }
    const copy = await bodyOf<{ words: object }>(apprentice.get("/me/data.json"));
    expect(copy.words).toMatchObject({ [id]: { statement: "定稿" } });
  });

  test("two failed tests end it, the apprentice objects, and somebody else upholds with another grade", async () => {
    const test_ = { grade: "fail", on: "2026-03-02" };
    for (const _ of [1, 2]) expect((await app.station.post(`/pairs/${id}/tests`, test_)).status).toBe(200);
    expect(await shown(id)).toMatchObject({ status: "failed", objectionsUntil: "2026-04-02" });
    const page = await (await apprentice.page(`/pairs/${id}`)).text();
    expect(page).toContain(`action="/pairs/${id}/objections"`);
    expect((await apprentice.post(`/pairs/${id}/objections`, { words: "评分有误" })).status).toBe(200);
    const decision = { outcome: "upheld", reason: "复核属实", grade: "pass" };
    expect(await codeOf(app.hr.post(`/pairs/${id}/objections/apprentice/decide`, decision))).toBe(
      "same-person-decides",
    );
    expect((await app.approver.submit(`/pairs/${id}/objections/apprentice/decide`, decision)).status).toBe(
      303,
    );
    expect(await shown(id)).toMatchObject({
      status: "completed",
      words: { objections: { apprentice: "评分有误" } },
    });
    for (const path of [`/pairs/${id}`, `/pairs/${id}/print?part=test`, "/officers/300004"]) {
      const read = async (language: "en" | "zh-CN") => (await app.hr.page(path, { language })).text();
      expect(await read("en")).toMatch(/changed on an upheld objection: [^<]+ · 2026-03-02/);
      expect((await read("zh-CN")).match(/因异议成立改定：[^<]+ · 2026-03-02/g)).toHaveLength(1);
    }
  });

  test("the same two go on once, and both files name the other", async () => {
    const next = await planned(app.hr, {
      mentor: "110001",
      apprentice: "300004",
      from: "2026-03-03",
      to: "2026-03-31",
    });
    expect(await shown(next.id)).toMatchObject({ continues: { pairId: id, how: "renewal" }, renewal: 1 });
    expect(await shown(id)).toMatchObject({ continuedBy: { pairId: next.id, how: "renewal" } });
    const again = { mentor: "110001", apprentice: "300004", from: "2026-05-01" };
    const usual = {
      focus: "casework",
      leading: "apprentice",
      scheme: "pair-standard",
      eligibility: [],
      kin: false,
    };
    expect(await codeOf(app.hr.post("/pairs", { ...usual, ...again }))).toBe("renewals-used-up");
  });
});

describe("an orphan", () => {
  test("of a mentor who is away with every pair at once, is handed over, and the chain shows both ways", async () => {
    const one = await planned(app.hr, { mentor: "110002", apprentice: "300001" });
    const other = await planned(app.hr, { mentor: "110002", apprentice: "300002" });
    const away = { mentor: "110002", why: "left", from: "2026-03-02" };
    expect((await app.hr.page("/pairs/mentor-away", { language: "en" })).status).toBe(200);
    const sent = await app.hr.submit("/pairs/mentor-away", away);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/pairs?mentor=110002"]);
    for (const { id } of [one, other]) expect(await shown(id)).toMatchObject({ isOrphan: true });
    expect(await codeOf(app.hr.post("/pairs/mentor-away", away))).toBe("no-pair-to-leave");

    const over = {
      mentor: "110003",
      from: "2026-03-02",
      reason: "师傅离职",
      eligibility: ["years", "rank", "record"],
      kin: false,
    };
    const refused = await problemOf(
      await app.hr.post(`/pairs/${one.id}/hand-over`, { ...over, mentor: "110002" }),
    );
    expect([refused.code, refused.errors[0]?.pointer]).toEqual(["same-mentor", "/mentor"]);
    expect((await app.hr.post(`/pairs/${one.id}/hand-over`, over)).status).toBe(200);
    const before = await bodyOf<{ status: string; continuedBy: { pairId: string } }>(
      app.hr.get(`/pairs/${one.id}`),
    );
    expect(before.status).toBe("handed-over");
    expect(await shown(before.continuedBy.pairId)).toMatchObject({
      status: "active",
      isOrphan: false,
      continues: { pairId: one.id, how: "hand-over" },
      mentor: { officer: { serviceNumber: "110003" } },
    });
    const page = await (await app.hr.page(`/pairs/${one.id}`)).text();
    expect(page).toContain(`href="/pairs/${before.continuedBy.pairId}"`);
    expect((await app.hr.post(`/pairs/${other.id}/mentor-return`, { on: "2026-03-02" })).status).toBe(200);
    expect(await shown(other.id)).toMatchObject({ isOrphan: false, mentorAway: [] });
  });

  test("six hand-overs at the same time to one mentor with a cap of two leave two", async () => {
    await onFile(app, "110009", "JG-01");
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      await onFile(app, `31000${n}`, "JG-01");
      await onFile(app, `11010${n}`, "JG-01");
      ids.push((await planned(app.hr, { mentor: `11010${n}`, apprentice: `31000${n}` })).id);
    }
    const over = {
      mentor: "110009",
      from: "2026-03-03",
      reason: "集中移交",
      eligibility: ["years", "rank", "record"],
      kin: false,
    };
    const answers = await Promise.all(ids.map((id) => app.hr.post(`/pairs/${id}/hand-over`, over)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  });
});

test("an apprentice elsewhere pauses and resumes by the unit's word", async () => {
  const { id } = await planned(app.hr, { mentor: "110003", apprentice: "300003", leading: "mentor" });
  const pause = { why: "hr", from: "2026-03-02", to: "2026-06-30" };
  expect(await codeOf(app.station.post(`/pairs/${id}/pause`, pause))).toBe("forbidden");
  expect(await codeOf(app.sending.post(`/pairs/${id}/pause`, { ...pause, to: "2026-03-01" }))).toBe(
    "from-after-to",
  );
  expect((await app.sending.post(`/pairs/${id}/pause`, pause)).status).toBe(200);
  expect(await shown(id)).toMatchObject({ isPaused: true, pauses: [{ to: "2026-06-30" }] });
  const paper = async (language: "zh-CN" | "en") =>
    (await app.hr.page(`/pairs/${id}/print?sheet=file`, { language })).text();
  expect(await paper("zh-CN")).toMatch(/2026年3月2日[^<]+2026年6月30日/);
  expect(await paper("en")).toMatch(/2 March 2026[^<]+30 June 2026/);
  expect((await app.sending.post(`/pairs/${id}/resume`, { on: "2026-03-02" })).status).toBe(200);
  expect(await shown(id)).toMatchObject({ isPaused: false, pauses: [] });
});

test("verification finds nothing", async () => {
  expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
});
