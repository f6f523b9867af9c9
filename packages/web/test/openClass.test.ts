import { accept } from "@dunmiao/domain/refusal";
import { presetSchemes } from "@dunmiao/domain/scheme";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { createCohort } from "@dunmiao/store/changeCohort";
import { type Acting, stampOf } from "@dunmiao/store/engine/acting";
import { create } from "@dunmiao/store/engine/change";
import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { schemeOf } from "@dunmiao/store/scheme";
import { deriveSchemeRecord, schemeNoun } from "@dunmiao/store/schemeRecord";
import { listUnits } from "@dunmiao/store/unit";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { draftForm, press } from "./schemeForm.ts";

const secondment = "/secondments/batch-2-300005";
const leave = { class: "nursing", from: "2026-03-09", to: "2026-03-10" };
let web: PopulatedApp;
let officer: Client;

/** Version 3 as a release of before nursing leave, half days of groups and rules of findings would have left it. */
async function writeOldVersion(acting: Acting): Promise<void> {
  const preset = presetSchemes.find(({ id, version }) => id === "literal" && version === 2);
  if (!preset) throw new Error("no preset");
  const { schemaVersion: _, groupHalfDays: __, findingBetweenRequests: ___, ...stated } = preset;
  const { nursing: ____, ...classes } = stated.classes;
  const by = { id: "hr-9", role: "hr" } as const;
  const record: SchemeRecord = {
    id: "literal.3",
    version: 0,
    head: "",
    status: "published",
    revision: 1,
    basedOn: "literal@2",
    scheme: { ...stated, classes, version: 3 },
    changedBy: by,
    changedOn: "2026-01-05",
    publishedBy: by,
    publishedOn: "2026-01-06",
    reason: "议定",
  };
  const event = { type: "scheme.drafted" as const, change: { basedOn: "literal@2", settings: {} } };
  const decide = async () => accept({ after: record, event, derive: deriveSchemeRecord });
  const stamp = stampOf(acting, await acting.calendar.current());
  const made = await create(acting.store, { noun: schemeNoun, id: record.id, decide }, stamp);
  expect(made.outcome).toBe("committed");
}

async function placeSomebody(acting: Acting): Promise<void> {
  const input = { name: "第二批", scheme: "literal", startsOn: "2026-02-02" };
  const created = await createCohort(acting, input, { id: "batch-2" });
  if (created.outcome !== "committed") throw new Error(created.outcome);
  expect(created.record.schemeVersion).toBe(3);
  const ground = await planGround(acting, created.record, await listUnits(acting.store));
  const person = { name: "民警三〇〇五", sex: "female", birthMonth: "1995-02", kind: "officer" } as const;
  const plan = { officer: { serviceNumber: "300005", ...person, homeUnit: "JG-01" } };
  const placed = await placeOfficer(acting, { ...plan, hostStation: "42010202", post: "挂职教导员" }, ground);
  expect(placed.ok).toBe(true);
}

beforeAll(async () => {
  web = await populatedApp();
  const { store } = web;
  const actor = { id: "hr-9", role: "hr" } as const;
  const acting = {
    store,
    calendar: calendarReader(store),
    actor,
    today: "2026-01-06",
    now: "2026-01-06T01:00:00.000Z",
  };
  await writeOldVersion(acting);
  await placeSomebody(acting);
  officer = await web.as({ id: "officer-300005", role: "officer", serviceNumber: "300005" });
});

const textOf = async (page: Response | Promise<Response>) => (await page).text();

describe("a scheme version of before a class and some settings", () => {
  test.each([
    ["zh-CN", "未规定", "类别晚于本版方案设立", "第 1 代格式"],
    ["en", "Not decided", "came after this version", "by default of schema version 1"],
  ] as const)("shows what it leaves open and what holds by default, in %s", async (language, ...words) => {
    const html = await textOf(web.hr.page("/schemes/literal", { language }));
    for (const word of words) expect(html).toContain(word);
    expect(html.split(words[2] ?? "").length - 1).toBe(2);
    const decided = await textOf(web.hr.page("/schemes/statutory-leave-excluded", { language }));
    for (const word of words) expect(decided).not.toContain(word);
  });

  test.each([
    ["zh-CN", "没有规定是否计入、因此不能登记的类别：护理假"],
    ["en", "does not decide whether they count: Nursing"],
  ] as const)("its people are not offered the class, and told why, in %s", async (language, why) => {
    const html = await textOf(officer.page(`${secondment}/absences/new`, { language }));
    expect(html).toContain(why);
    expect(html).not.toContain('<option value="nursing"');
    expect(html).toContain('<option value="sick"');
  });

  test("nor can they send it: previewed and asked for, it is refused with the reason", async () => {
    for (const path of ["absences", "absences/preview"]) {
      const answer = await problemOf(await officer.post(`${secondment}/${path}`, leave));
      expect(answer).toMatchObject({ httpStatus: 422, errors: [{ code: "class-not-decided" }] });
      expect(answer.errors[0]?.message).toMatch(/第 3 版没有规定“护理假.*新版方案/);
    }
    const page = await textOf(officer.submit(`${secondment}/absences`, leave, { language: "en" }));
    expect(page).toMatch(/Version 3 of the scheme does not decide whether “Nursing/);
  });

  test("everything else goes on: pages open, other leave is asked for and approved, the chain is whole", async () => {
    const asked = await officer.post(`${secondment}/absences`, { ...leave, class: "sick" });
    expect(asked.status).toBe(201);
    const station = await web.as({ id: "station-2", role: "station", unit: "42010202" });
    const approved = await station.post(`${secondment}/absences/a1/approve`, { seen: 1 });
    expect(approved.status).toBe(200);
    for (const path of ["", "/explanation", "/days", "/absences/a1"])
      expect([path, (await web.hr.page(`${secondment}${path}`)).status]).toEqual([path, 200]);
    expect(await verifyRecord(web.store, { kind: "secondment", id: "batch-2-300005" })).toEqual([]);
  });
});

describe("the version after it", () => {
  const publish = { version: 4, seen: 1, reason: "党委会议定" };

  test("is drafted on a form that asks for the class without an answer; what nobody chose stays open", async () => {
    const boxes = await draftForm(web.hr);
    expect(boxes.getAll("offered")).not.toContain("nursing");
    expect(boxes.getAll("offered")).toHaveLength(14);
    expect(await textOf(web.hr.page("/schemes/literal/draft"))).toContain('name="class.nursing"');
    expect((await press(web.hr, boxes, {})).status).toBe(303);
    const { scheme } = await bodyOf<{ scheme: object }>(web.hr.get("/schemes/literal/draft"));
    expect(scheme).toMatchObject({
      schemaVersion: 2,
      groupHalfDays: "working",
      findingBetweenRequests: "joins",
    });
    expect(scheme).not.toHaveProperty("classes.nursing");
    expect(scheme).toHaveProperty("classes.ordered-duty", false);
  });

  test("is not published while it is open", async () => {
    expect(await problemOf(await web.approver.post("/schemes/literal/draft/publish", publish))).toMatchObject(
      {
        httpStatus: 422,
        code: "class-left-open",
      },
    );
    const sent = { version: "4", seen: "1", reason: "议定" };
    const html = await textOf(web.approver.submit("/schemes/literal/draft/publish", sent));
    expect(html).toContain("“护理假");
    expect(html).toContain("规定之前不能发布");
  });

  test("once decided it is published, and holds for new cohorts only", async () => {
    const saved = await press(web.hr, await draftForm(web.hr), { "class.nursing": "does-not-count" });
    expect(saved.status).toBe(303);
    const done = await web.approver.post("/schemes/literal/draft/publish", { ...publish, seen: 2 });
    expect(done.status).toBe(200);
    const scheme = await schemeOf(web.store, { schemeId: "literal", schemeVersion: 4 });
    expect(scheme.classes.nursing).toBe(false);
    expect(await problemOf(await officer.post(`${secondment}/absences`, leave))).toMatchObject({
      errors: [{ code: "class-not-decided" }],
    });
    expect(await verifyRecord(web.store, { kind: "scheme", id: "literal.4" })).toEqual([]);
  });

  test("a form that does not say which classes it offered is shown again, and unticks none unseen", async () => {
    const boxes = await draftForm(web.hr);
    const older = new URLSearchParams([...boxes].filter(([name]) => name !== "offered"));
    older.delete("classes", "sick");
    const shown = await press(web.hr, older, {});
    expect(shown.status).toBe(422);
    const html = await textOf(shown);
    expect(html).toContain('href="#classes"');
    expect(html).toContain('name="class.sick"');
    expect((await bodyOf<{ status: string }>(web.hr.get("/schemes/literal/draft"))).status).toBe("unsaved");
  });
});
