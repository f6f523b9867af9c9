import { fileOn } from "@dunmiao/domain/pair/pairFile";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { loadPair } from "@dunmiao/store/pair";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";

type Task = { what: string; whose: string; due: string; pair: string; isMine: boolean; about: string[] };
type Tasks = { items: Task[]; total: number };
type Files = {
  pairs: number;
  files: number;
  missing: number;
  units: { code: string; pairs: number; files: number; missing: number }[];
  items: { id: string; file: { missing: string[] } }[];
};
const languages = ["zh-CN", "en"] as const;
const whole = {
  signedOn: "2026-02-02",
  duties: "带教",
  content: "办案",
  aim: "独立办案",
  standard: "出师考核合格",
  plan: { "2026-02": "跟案", "2026-03": "跟案" },
};
const session = { on: "2026-02-20", kind: "session", learned: "笔录的问法" };
let app: PopulatedApp;
let mentor: Client;
let apprentice: Client;
let id: string;

beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["300001", "300002", "300003", "300004"]) await onFile(app, number);
  for (const number of ["110001", "110002", "110003"]) await onFile(app, number, "JG-01");
  mentor = await app.as({ id: "mentor-1", role: "mentor", serviceNumber: "110001" });
  apprentice = await app.as({ id: "officer-300001", role: "officer", serviceNumber: "300001" });
  ({ id } = await planned(app.hr, { apprentice: "300001", to: "2026-03-31" }));
});

const tasksOf = (client: Client, query = "") => bodyOf<Tasks>(client.get(`/pairs/tasks${query}`));
const kinds = async (client: Client, query = "") =>
  (await tasksOf(client, query)).items.filter(({ pair }) => pair === id).map(({ what }) => what);
const filesOf = (client: Client, query = "") => bodyOf<Files>(client.get(`/pairs/files${query}`));

describe("what is to be done about a pair", () => {
  test("is on the list of the one whose it is, and on nobody else's", async () => {
    const contract = ["sign-agreement", "set-goals", "write-plan"];
    // The test of the end has opened, too: it is a short pair.
    expect(await kinds(app.station)).toEqual(expect.arrayContaining([...contract, "final-test"]));
    expect(await kinds(mentor)).toEqual(["enter-month"]);
    expect(await kinds(apprentice)).toEqual(["enter-month"]);
    expect(await kinds(app.otherStation, "?whose=all")).toEqual([]);
    expect((await tasksOf(app.sending)).items.every(({ isMine }) => !isMine)).toBe(true);
    expect(await kinds(app.hr, "?whose=all&what=enter-month")).toEqual(["enter-month", "enter-month"]);
  });

  test("is gone once it is done, and the next one's turn comes", async () => {
    expect((await mentor.post(`/pairs/${id}/activities`, session)).status).toBe(200);
    expect(await kinds(apprentice)).toEqual(["confirm-activity", "enter-month"]);
    expect((await apprentice.post(`/pairs/${id}/activities/v1/confirm`, {})).status).toBe(200);
    expect((await app.station.post(`/pairs/${id}/agreement`, whole)).status).toBe(200);
    expect(await kinds(app.station)).toEqual(["end-pair", "final-test"]);
  });

  test.each(languages)("has pages in %s, by filters that open what they count", async (language) => {
    const start = await (await app.station.page("/", { language })).text();
    expect(start).toContain('href="/pairs/tasks?whose=mine&amp;what=final-test"');
    expect(start).toContain('href="/pairs/files"');
    const list = await (await app.station.page("/pairs/tasks?what=final-test", { language })).text();
    expect(list).toContain(`href="/pairs/${id}"`);
    expect((await problemOf(await app.hr.get("/pairs/tasks?what=gone"))).httpStatus).toBe(422);
  });

  test.each(languages)(
    "stands on the start pages of both in %s, with the line of the month",
    async (language) => {
      for (const [client, who] of [
        [mentor, "徒弟300001"],
        [apprentice, "徒弟110001"],
      ] as const) {
        const home = await (await client.page("/", { language })).text();
        expect(home).toContain(who);
        expect(home).toContain(`action="/pairs/${id}/activities"`);
        expect(home).toContain("2026-03");
      }
    },
  );

  test("a line of the month is one field, and one that says nothing comes back with its message", async () => {
    const form = { kind: "session", on: "2026-03-02" };
    const page = await mentor.submit(`/pairs/${id}/activities`, form);
    expect(page.status).toBe(422);
    expect((await mentor.submit(`/pairs/${id}/activities`, { ...form, learned: "现场勘查" })).status).toBe(
      303,
    );
    expect(await (await mentor.page("/")).text()).not.toContain(`action="/pairs/${id}/activities"`);
  });

  test("an apprentice whose pair was dissolved is looked after", async () => {
    const gone = await planned(app.hr, { apprentice: "300004", from: "2026-02-02" });
    const end = { outcome: "dissolved", on: "2026-03-01", reason: "岗位调整" };
    expect((await app.station.post(`/pairs/${gone.id}/end`, end)).status).toBe(200);
    const sought = async () => (await tasksOf(app.hr, "?what=find-mentor")).items.map(({ pair }) => pair);
    expect(await sought()).toEqual([gone.id]);
    await planned(app.hr, { apprentice: "300004", mentor: "110002", from: "2026-03-02" });
    expect(await sought()).toEqual([]);
  });
});

describe("files", () => {
  test("are assigned several at once, and what is refused says why", async () => {
    const other = await planned(app.hr, { apprentice: "300002", mentor: "110002" });
    const body = { pair: [other.id, id, "pair-none"], side: "unit", dueOn: "2026-03-20" };
    const send = () => app.station.post("/pairs/files", body, { key: "assign-1" });
    const answer = await bodyOf<{ done: number; refused: number }>(send());
    expect(answer).toMatchObject({ done: 1, refused: 2 });
    expect(await bodyOf(send())).toMatchObject({ done: 1, refused: 2 });
    const { items } = await tasksOf(app.station, "?what=complete-file");
    expect(items).toMatchObject([{ pair: other.id, due: "2026-03-20", whose: "unit" }]);
    const blank = await (
      await app.station.submit("/pairs/files", { side: "unit", dueOn: "2026-03-20" })
    ).text();
    expect(blank).toContain("govuk-error-summary");
    const late = await problemOf(
      await app.station.post(`/pairs/${other.id}/file-task`, { side: "mentor", dueOn: "2026-03-01" }),
    );
    expect([late.code, late.errors[0]?.pointer]).toEqual(["due-in-the-past", "/dueOn"]);
    for (const client of [mentor, app.inspector, app.auditor])
      expect((await client.post("/pairs/files", body)).status).toBe(403);
  });

  test("after random edits, ends and hand-overs the headline is what a recount of the records says", async () => {
    const { store } = app;
    // A hand-over adds a pair to those that are acted on.
    const pairsNow = async () =>
      (await bodyOf<{ items: { id: string; status: string }[] }>(app.hr.get("/pairs"))).items;
    let seed = 20260302;
    const pick = <T>(from: readonly T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const found = from[Math.floor((seed / 2_147_483_648) * from.length)];
      if (found === undefined) throw new RangeError("nothing to pick from");
      return found;
    };
    const acts = [
      (at: string) =>
        app.hr.post(
          `/pairs/${at}/agreement`,
          pick([whole, { signedOn: "2026-02-10" }, { aim: "目标", standard: "标准" }]),
        ),
      (at: string) =>
        app.hr.post(`/pairs/${at}/activities`, {
          ...session,
          on: pick(["2026-02-02", "2026-02-27", "2026-03-02"]),
        }),
      (at: string) => app.hr.post(`/pairs/${at}/tests`, { grade: pick(["good", "fail"]), on: "2026-03-02" }),
      (at: string) =>
        app.hr.post(`/pairs/${at}/end`, {
          outcome: pick(["completed", "dissolved"]),
          on: pick(["2026-02-20", "2026-03-02"]),
          reason: "工作需要",
        }),
      (at: string) =>
        app.hr.post(`/pairs/${at}/substitute`, { why: "leave", from: "2026-03-02", substitute: "110003" }),
      (at: string) =>
        app.hr.post(`/pairs/${at}/hand-over`, {
          mentor: pick(["110001", "110002", "110003"]),
          from: "2026-03-02",
          reason: "工作需要",
          eligibility: ["years", "rank", "record"],
          kin: false,
        }),
    ];
    for (let turn = 0; turn < 40; turn++) {
      const answer = await pick(acts)(pick(await pairsNow()).id);
      expect([200, 403, 409, 422]).toContain(answer.status);
      if (turn % 5 === 4) await recounted((await pairsNow()).map((each) => each.id));
    }
    expect((await pairsNow()).map(({ status }) => status)).toContain("handed-over");
    expect((await verifyTable(store, () => {})).faults).toEqual([]);
  });

  /** Headline, list and units are what a recount of the records says. */
  async function recounted(ids: readonly string[]): Promise<void> {
    const { store } = app;
    const calendar = await calendarReader(store).current();
    const records = await Promise.all(ids.map((each) => loadPair(store, each)));
    const statuses = new Map(records.map((found) => [found?.record.id, found?.record.status]));
    const counted = records.flatMap((found) => {
      if (!found || ["proposed", "dissolved"].includes(found.record.status)) return [];
      const { status, continuedBy } = found.record;
      const next = status === "handed-over" && statuses.get(continuedBy?.pairId);
      if (next && next !== "proposed") return [];
      const file = fileOn(pairSummaryOf(found.record, { scheme: found.scheme, calendar }), "2026-03-02");
      return [{ id: found.record.id, missing: file.missing }];
    });
    const lacking = counted.filter(({ missing }) => missing.length > 0);
    const found = await filesOf(app.hr);
    expect([found.pairs, found.files, found.missing]).toEqual([
      counted.length,
      counted.length - lacking.length,
      lacking.length,
    ]);
    expect(found.items.map((each) => each.id).toSorted()).toEqual(lacking.map((each) => each.id).toSorted());
    const sum = (key: "pairs" | "files" | "missing") => found.units.reduce((all, each) => all + each[key], 0);
    expect([sum("pairs"), sum("files"), sum("missing")]).toEqual([found.pairs, found.files, found.missing]);
    const opened = async (query: string) =>
      (await bodyOf<{ total: number }>(app.hr.get(`/pairs?counted=true${query}`))).total;
    expect(await opened("")).toBe(counted.length);
    for (const { code, pairs, missing } of found.units) {
      expect((await filesOf(app.hr, `?leads=${code}`)).items).toHaveLength(missing);
      expect(await opened(`&leads=${code}`)).toBe(pairs);
    }
  }

  test.each(languages)("have a page in %s", async (language) => {
    const page = await (await app.hr.page("/pairs/files", { language })).text();
    expect(page).toContain('form="assign-alone" name="pair"');
    const read = await (await app.auditor.page("/pairs/files", { language })).text();
    expect(read).not.toContain('name="pair"');
  });
});

test("the page of a person shows their pairs to who may read them", async () => {
  const page = async (client: Client) => (await client.page("/officers/300001")).text();
  expect(await page(app.hr)).toContain(`href="/pairs/${id}"`);
  const { pairs } = await bodyOf<{ pairs: { id: string }[] }>(app.station.get("/officers/300001"));
  expect(pairs.map((each) => each.id)).toEqual([id]);
});

describe("pairs as a whole", () => {
  type Statistics = {
    pairs: number;
    months: { month: string; pairs: number; silent: number; activities: number }[];
    outcomes: { status: string; pairs: number }[];
    units: { code: string; pairs: number; byFocus: Record<string, number> }[];
  };
  const totalOf = async (query: string) =>
    (await bodyOf<{ total: number }>(app.hr.get(`/pairs?${query}`))).total;

  test("every figure opens the pairs behind it, and the parts add up", async () => {
    const statistics = await bodyOf<Statistics>(app.hr.get("/pairs/statistics"));
    expect(await totalOf("ran=true")).toBe(statistics.pairs);
    for (const { month, pairs, silent } of statistics.months) {
      expect(await totalOf(`silent=${month}`)).toBe(silent);
      expect(await totalOf(`entered=${month}`)).toBe(pairs - silent);
    }
    for (const { status, pairs } of statistics.outcomes)
      expect(await totalOf(`ran=true&state=${status}`)).toBe(pairs);
    for (const { code, pairs, byFocus } of statistics.units) {
      expect(await totalOf(`ran=true&leads=${code}`)).toBe(pairs);
      expect(Object.values(byFocus).reduce((sum, each) => sum + each, 0)).toBe(pairs);
    }
    expect(statistics.months.reduce((sum, each) => sum + each.activities, 0)).toBeGreaterThan(1);
  });

  test.each(languages)("have a page with pictures and papers in %s", async (language) => {
    const page = await (await app.hr.page("/pairs/statistics", { language })).text();
    expect(page.match(/<svg class="dm-bars"/g)).toHaveLength(4);
    const column = /<a href="\/pairs\?([^"]+)"><rect[^>]*><text[^>]*>[^<]*<\/text> <text[^>]*>(\d+)</g;
    const columns = [...page.matchAll(column)];
    expect(columns.length).toBeGreaterThan(3);
    for (const [, query = "", said] of columns) {
      // The column of a month says its activities and opens the pairs that had any.
      const total = await totalOf(query.replaceAll("&amp;", "&"));
      if (query.startsWith("entered=")) expect(total > 0).toBe(Number(said) > 0);
      else expect(total).toBe(Number(said));
    }
    for (const sheet of ["agreement", "cover", "file", "test"]) {
      const paper = await (await mentor.page(`/pairs/${id}/print?sheet=${sheet}`, { language })).text();
      expect(paper).toContain('<article class="official">');
      expect(paper).toContain("徒弟300001");
    }
    expect((await app.otherStation.get(`/pairs/${id}/print`)).status).toBe(403);
    expect((await app.hr.get(`/pairs/${id}/print?sheet=other`)).status).toBe(422);
  });
});
