import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type Client, problemOf, type TestApp, testApp } from "./app.ts";
import { boxesOf, draftForm, press } from "./schemeForm.ts";

type Draft = { revision: number; status: string; basedOn: string; scheme: Record<string, unknown> };
/** What a page does not say: short in a report, where the page would be long. */
function missing(html: string, ...words: readonly string[]): string[] {
  return words.filter((word) => !html.includes(word));
}

let web: TestApp;
let hr2: Client;
let approver: Client;
let station: Client;
let auditor: Client;

beforeAll(async () => {
  web = await testApp();
  hr2 = await web.as({ id: "hr-2", role: "hr" });
  approver = await web.as({ id: "approver-1", role: "approver" });
  station = await web.as({ id: "station-1", role: "station", unit: "S1" });
  auditor = await web.as({ id: "auditor-1", role: "auditor" });
});

describe("schemes as they stand", () => {
  it("are listed with their versions; one is shown with its timetable in both languages", async () => {
    const list = await bodyOf<{ versions: unknown[] }>(web.hr.get("/schemes"));
    expect(list.versions).toContainEqual({ id: "literal", version: 2, status: "published" });
    const html = await (await web.hr.page("/schemes/literal")).text();
    expect(missing(html, "第 2 版", "季度考核", "Quarter review", "次月 5 日前", "起始日后 3 个月")).toEqual(
      [],
    );
    const english = await (await web.hr.page("/schemes/literal", { language: "en" })).text();
    expect(missing(english, "期满考核", "End assessment", "By day 5 of the next month", "Casework")).toEqual(
      [],
    );
  });

  it("an older version is shown when asked for, and says that it is old", async () => {
    const response = await web.hr.page("/schemes/literal?version=1");
    const html = await response.text();
    expect([response.status, html.includes("第 1 版"), html.includes("这不是最新版本")]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await bodyOf(web.hr.get("/schemes/literal?version=1"))).toMatchObject({ version: 1 });
  });

  it.each([
    "/schemes/none",
    "/schemes/literal?version=9",
    "/schemes/literal?version=x",
    "/schemes/a%23b/draft",
  ])("%s is not found", async (path) => {
    expect((await web.hr.get(path)).status).toBe(404);
  });
});

describe("a draft", () => {
  it("starts from the newest version, and belongs to HR alone", async () => {
    const shown = await bodyOf<Draft>(web.hr.get("/schemes/literal/draft"));
    expect(shown).toMatchObject({ revision: 0, status: "unsaved", basedOn: "literal@2" });
    const body = { version: 3, seen: 0, limitDays: 20 };
    for (const other of [approver, station, auditor])
      expect((await other.post("/schemes/literal/draft", body)).status).toBe(403);
    expect((await station.get("/schemes/literal/draft")).status).toBe(403);
  });

  it("saved by a program: only what it names changes; a repeat under one key is one change", async () => {
    const body = { version: 3, seen: 0, limitDays: 20 };
    const saved = await bodyOf<Draft>(web.hr.post("/schemes/literal/draft", body, { key: "k1" }));
    expect(saved).toMatchObject({ revision: 1, status: "draft", scheme: { version: 3, limitDays: 20 } });
    expect(saved).toMatchObject({ scheme: { warnAtDays: [10, 13, 15] }, changedBy: { id: "hr-1" } });
    const again = await web.hr.post("/schemes/literal/draft", body, { key: "k1" });
    expect([again.status, (await bodyOf<Draft>(again)).revision]).toEqual([200, 1]);
    const list = await bodyOf<{ versions: unknown[]; items: { id: string; version: number }[] }>(
      web.hr.get("/schemes"),
    );
    expect(list.versions).toContainEqual({ id: "literal", version: 3, status: "draft" });
    expect(list.items.find(({ id }) => id === "literal")?.version).toBe(2);
    expect((await web.hr.get("/schemes/literal?version=3")).status).toBe(404);
    const seenBelow = await bodyOf<{ versions: { status: string }[] }>(station.get("/schemes"));
    expect(seenBelow.versions.filter(({ status }) => status === "draft")).toEqual([]);
  });

  it("is shown to who publishes or audits, without a form", async () => {
    for (const other of [approver, auditor]) {
      const html = await (await other.page("/schemes/literal/draft")).text();
      expect(missing(html, "尚未发布的草案")).toEqual([]);
      expect(missing(html, 'name="limitDays"')).toEqual(['name="limitDays"']);
    }
  });

  it("changed on a page that is no longer true is refused, in JSON and in the form with a way on", async () => {
    const stale = { version: 3, seen: 0, limitDays: 18 };
    expect(await problemOf(await hr2.post("/schemes/literal/draft", stale))).toMatchObject({
      httpStatus: 409,
      code: "changed-meanwhile",
    });
    const boxes = await draftForm(hr2);
    expect((await press(web.hr, await draftForm(web.hr), { reviewWindowDays: "25" })).status).toBe(303);
    const refused = await press(hr2, boxes, { limitDays: "18" });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(missing(html, "另有人 已于 2026-03-02 变更")).toEqual([]);
    expect(boxesOf(html).get("limitDays")).toBe("18");
    const standing = await bodyOf<Draft>(web.hr.get("/schemes/literal/draft"));
    expect(standing).toMatchObject({ revision: 2, scheme: { limitDays: 20, reviewWindowDays: 25 } });
  });

  it("a version that is not the next one cannot be drafted", async () => {
    const body = { version: 5, seen: 0, limitDays: 20 };
    const other = "/schemes/statutory-leave-excluded/draft";
    expect(await problemOf(await web.hr.post(other, body))).toMatchObject({
      httpStatus: 409,
      code: "newer-version",
    });
    expect((await web.hr.post(other, { ...body, seen: 1 })).status).toBe(404);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ["a setting that nobody knows", { limitHours: 3 }, "", "invalid-value"],
    ["a limit of a third of a day", { limitDays: 0.3 }, "/limitDays", "invalid-value"],
    ["a limit as text", { limitDays: "fifteen" }, "/limitDays", "invalid-value"],
    ["a warning above the limit", { warnAtDays: [99] }, "/warnAtDays", "warn-level-over-limit"],
    ["no checkpoint at all", { checkpoints: [] }, "/checkpoints", "needs-one-report-in"],
    ["a share over 1", { excellentShare: 20 }, "/excellentShare", "too-large"],
  ])("with %s is refused at its field", async (_name, settings, pointer, code) => {
    const body = { version: 3, seen: 2, ...settings };
    const problem = await problemOf(await web.hr.post("/schemes/literal/draft", body));
    expect(problem).toMatchObject({
      httpStatus: 422,
      errors: [{ pointer, code }, ...problem.errors.slice(1)],
    });
  });
});

describe("the form of a draft without a script", () => {
  it("holds every setting: saved as it is, it changes nothing but its revision", async () => {
    const before = await bodyOf<Draft>(web.hr.get("/schemes/literal/draft"));
    const saved = await press(web.hr, await draftForm(web.hr), {});
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/schemes/literal/draft"]);
    const after = await bodyOf<Draft>(web.hr.get("/schemes/literal/draft"));
    expect(after.scheme).toEqual(before.scheme);
    expect(after.revision).toBe(before.revision + 1);
  });

  it("adds a row with what was typed kept, and stores nothing by it", async () => {
    const boxes = await draftForm(web.hr);
    const added = await press(web.hr, boxes, { limitDays: "19", "c2.months": "2,4,x" }, "add");
    const html = await added.text();
    expect(added.status).toBe(200);
    const now = boxesOf(html);
    expect(now.get("limitDays")).toBe("19");
    expect(now.get("c2.months")).toBe("2,4,x");
    expect(now.get("c8.kind")).toBe("review");
    expect(now.getAll("classes")).toEqual(boxes.getAll("classes"));
    expect((await bodyOf<Draft>(web.hr.get("/schemes/literal/draft"))).scheme.limitDays).toBe(20);
  });

  it("removes a row, the others move up; the new row is saved with the rest", async () => {
    const added = boxesOf(await (await press(web.hr, await draftForm(web.hr), {}, "add")).text());
    const removed = boxesOf(await (await press(web.hr, added, {}, "remove-7")).text());
    expect([removed.get("c7.zh"), removed.has("c8.kind")]).toEqual(["", false]);
    expect(removed.get("c7.key")).toBe(added.get("c8.key"));
    const filled = {
      "c7.zh": "走访 <b>核查</b>",
      "c7.en": "Visit & check",
      "c7.months": "4",
      "c7.by": "branch",
    };
    expect((await press(web.hr, removed, filled)).status).toBe(303);
    const { scheme } = await bodyOf<{ scheme: { checkpoints: Record<string, unknown>[] } }>(
      web.hr.get("/schemes/literal/draft"),
    );
    expect(scheme.checkpoints).toHaveLength(8);
    expect(scheme.checkpoints[7]).toMatchObject({
      kind: "review",
      schedule: { from: "start", months: [4] },
      forms: [{ form: "opinion", by: "branch" }],
      remindDaysBefore: [7, 3, 0],
    });
    const page = await (await web.hr.page("/schemes/literal/draft/preview")).text();
    expect(missing(page, "走访 &lt;b&gt;核查&lt;/b&gt;")).toEqual([]);
    expect(missing(page, "<b>核查</b>")).toEqual(["<b>核查</b>"]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ["a limit in words", { limitDays: "十五" }, "limitDays", "请填写数字"],
    ["a limit of 15.3 days", { limitDays: "15.3" }, "limitDays", "请填写以半天为单位的天数"],
    ["no limit", { limitDays: "" }, "limitDays", "此项必填"],
    ["half a month", { termMonths: "11.5" }, "termMonths", "请填写整数"],
    ["warnings that fall", { warnAtDays: "13, 10" }, "warnAtDays", "预警天数应由小到大"],
    ["warnings in words", { warnAtDays: "10,many" }, "warnAtDays", "请填写数字，用逗号分开"],
    ["no warning", { warnAtDays: "" }, "warnAtDays", "此项必填"],
    ["120 percent", { excellentShare: "120" }, "excellentShare", "不得大于 100"],
    ["no month", { "c2.months": "" }, "c2-months", "此项必填"],
    ["months in words", { "c2.months": "3,三" }, "c2-months", "请填写数字，用逗号分开"],
    ["a month beyond the term", { "c2.months": "3,12" }, "c2-months", "超出任期"],
    ["no name", { "c3.zh": " " }, "c3-zh", "此项必填"],
    ["day 31", { "c1.day": "31" }, "c1-day", "不得大于 28"],
    ["the bureau before the branch", { "c2.branch": "9" }, "c2-bureau", "报市局应晚于报分局"],
    ["a reminder in words", { "c2.remind": "一周" }, "c2-remind", "请填写数字，用逗号分开"],
    ["a second ruling", { "c3.kind": "ruling" }, "checkpoints", "有且只有一个认定节点"],
    ["the ladder upside down", { "ladderDays.branch": "2" }, "ladderDays-branch", "分局可批天数应多于派出所"],
    ["a duty area without English", { dutyAreas: "甲 | A\n乙" }, "dutyAreas", "第 2 行"],
  ])("with %s says so beside the box and keeps the rest", async (_name, changed, id, message) => {
    const boxes = await draftForm(web.hr);
    const refused = await press(web.hr, boxes, changed);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(missing(html, `<a href="#${id}">`)).toEqual([]);
    expect(missing(html, `id="${id}"`)).toEqual([]);
    expect(missing(html, message)).toEqual([]);
    const [name, value] = Object.entries(changed)[0] ?? ["", ""];
    expect(boxesOf(html).get(name)?.replaceAll("\r", "").trim()).toBe(value.trim());
    expect(boxesOf(html).get("seen")).toBe(boxes.get("seen"));
  });

  it("a row without anybody who files is refused; report-in takes nobody", async () => {
    const boxes = await draftForm(web.hr);
    boxes.delete("c2.by");
    const none = await (await press(web.hr, boxes, {})).text();
    expect(missing(none, "请至少选择一个填表角色")).toEqual([]);
    const some = await (await press(web.hr, await draftForm(web.hr), { "c0.by": "station" })).text();
    expect(missing(some, "由其本身的办理完成")).toEqual([]);
  });

  it("a broken form is refused, not an error", async () => {
    expect((await web.hr.raw("/schemes/literal/draft", "application/json", "{")).status).toBe(400);
    const odd = await web.hr.submit("/schemes/literal/draft", { c0: "x", "c99.kind": "?", act: "remove-x" });
    expect(odd.status).toBe(422);
    expect((await web.hr.submit("/schemes/literal/draft", { act: "remove-50" })).status).toBe(200);
  });
});

describe("publication", () => {
  const act = (seen: number) => ({ version: 3, seen, reason: "党委会议定" });
  const revision = async () => (await bodyOf<Draft>(web.hr.get("/schemes/literal/draft"))).revision;

  it("is not for whoever changed the draft last, nor for who only reads", async () => {
    const seen = await revision();
    const own = await web.hr.post("/schemes/literal/draft/publish", act(seen));
    expect(await problemOf(own)).toMatchObject({ httpStatus: 403, code: "same-person-decides" });
    for (const other of [auditor, station])
      expect((await other.post("/schemes/literal/draft/publish", act(seen))).status).toBe(403);
    const page = await (await web.hr.page("/schemes/literal/draft/preview")).text();
    expect(missing(page, "政治部 是最后修改人")).toEqual([]);
    expect(missing(page, 'name="reason"')).toEqual(['name="reason"']);
  });

  it("asks for a reason, and for the draft that was seen; what was written is kept", async () => {
    const seen = await revision();
    const none = await approver.submit("/schemes/literal/draft/publish", {
      version: "3",
      seen: String(seen),
    });
    expect([none.status, (await none.text()).includes('<a href="#reason">')]).toEqual([422, true]);
    const stale = await approver.submit("/schemes/literal/draft/publish", {
      version: "3",
      seen: String(seen - 1),
      reason: "依据 <i>纪要</i>",
    });
    const html = await stale.text();
    expect(stale.status).toBe(409);
    expect(missing(html, "依据 &lt;i&gt;纪要&lt;/i&gt;")).toEqual([]);
    expect(missing(html, "变更了此项")).toEqual([]);
  });

  it("shows what differs before it is done", async () => {
    const html = await (await approver.page("/schemes/literal/draft/preview")).text();
    expect(missing(html, "与所依据版本的不同")).toEqual([]);
    expect(missing(html, "累计超过 15 个工作日")).toEqual([]);
    expect(missing(html, "累计超过 20 个工作日")).toEqual([]);
    const english = await (await approver.page("/schemes/literal/draft/preview", { language: "en" })).text();
    expect(missing(english, "Differences from the version it is based on")).toEqual([]);
  });

  it("by a second person makes it the newest version, for good", async () => {
    const seen = await revision();
    const done = await approver.submit("/schemes/literal/draft/publish", {
      version: "3",
      seen: String(seen),
      reason: "党委会议定",
    });
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/schemes/literal?version=3"]);
    const html = await (await station.page("/schemes/literal")).text();
    expect(
      missing(
        html,
        "第 3 版",
        "市局审批人 · 2026-03-02",
        "党委会议定",
        "Visit &amp; check",
        "起草方案新版本",
        "发布方案版本",
        "考核节点",
      ),
    ).toEqual([]);
    expect(await problemOf(await hr2.post("/schemes/literal/draft/publish", act(seen)))).toMatchObject({
      httpStatus: 409,
      code: "scheme-published",
    });
    const late = { version: 3, seen, limitDays: 30 };
    expect((await problemOf(await web.hr.post("/schemes/literal/draft", late))).code).toBe(
      "scheme-published",
    );
    const next = { version: 3, seen: 0, limitDays: 30 };
    expect((await problemOf(await web.hr.post("/schemes/literal/draft", next))).code).toBe("newer-version");
    expect(await bodyOf(web.hr.get("/schemes/literal/draft"))).toMatchObject({
      status: "unsaved",
      basedOn: "literal@3",
      scheme: { version: 4, limitDays: 20 },
    });
    expect(await verifyRecord(web.store, { kind: "scheme", id: "literal.3" })).toEqual([]);
  });

  it("a new cohort runs under it; the form offers its name", async () => {
    const cohort = await web.hr.post("/cohorts", {
      name: "新批次",
      scheme: "literal",
      startsOn: "2026-09-01",
    });
    expect(await bodyOf(cohort)).toMatchObject({ schemeId: "literal", schemeVersion: 3 });
    expect(await (await web.hr.page("/cohorts/new")).text()).toContain('value="literal"');
  });
});
