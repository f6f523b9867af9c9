import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import type { Change, Ground } from "@dunmiao/domain/change";
import { nextStep } from "@dunmiao/domain/nextStep";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { takeStep } from "@dunmiao/domain/year/takeStep";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { countRequests } from "@dunmiao/store/engine/countRequests";
import { putFlag } from "@dunmiao/store/engine/flag";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { problemOf, type TestApp, testApp } from "./app.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";

const todosSchema = z.object({
  items: z.array(
    z.object({ what: z.string(), whose: z.string(), secondment: z.string(), isOverdue: z.boolean() }),
  ),
  total: z.number(),
});

async function change(
  app: TestApp,
  id: string,
  rule: (ground: Ground) => Outcome<Change>,
  role: "hr" | "approver",
) {
  const changed = await changeSecondment(actingOn(app.store, { id: `${role}-0`, role }), { id, rule });
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
}

/** Leave from the first day of the term, approved, and the workflow's steps taken. */
async function away(app: TestApp, id: string, to: string) {
  const facts = { class: "sick", from: "2026-03-02", to } as const;
  await change(app, id, (ground) => recordAbsence(ground, facts), "hr");
  await change(app, id, (ground) => approveAbsence(ground, "a1", { overLimit: true }), "approver");
  const settle = (ground: Ground): Outcome<Change> => {
    const step = nextStep(ground.secondment, ground, "2026-03-02");
    if (step.step === "nothing-left") return { ok: false, refusals: [{ code: "nothing-changes" }] };
    return accept(takeStep(ground.secondment, step, ground.scheme, "2026-03-02"));
  };
  for (let rests = false; !rests; ) {
    const acting = actingOn(app.store, { id: "progress", role: "system" });
    rests = (await changeSecondment(acting, { id, rule: settle, leaveDueSteps: true })).outcome === "refused";
  }
}

describe("the to-do list", () => {
  let app: TestApp;
  const todosOf = async (person: TestApp["hr"], query = "") =>
    todosSchema.parse(await (await person.get(`/tasks${query}`)).json());

  beforeAll(async () => {
    app = await testApp();
    await saveUnits(app.store, 2, 4);
    const cohort = await saveCohort(app.store, "c1");
    await place(app.store, cohort, { number: "0001", station: "B0-S1" });
    await place(app.store, cohort, { number: "0002", station: "B0-S2" });
    await place(app.store, cohort, { number: "0003", station: "B1-S1" });
    await away(app, "c1-0001", "2026-03-20");
    await away(app, "c1-0002", "2026-03-23");
  });

  test("has the report-ins that opened, the warning at 15.0 and the review at 16", async () => {
    const { items } = await todosOf(app.hr);
    const kinds = (id: string) => items.filter((each) => each.secondment === id).map((each) => each.what);
    expect(kinds("c1-0001")).toEqual(expect.arrayContaining(["warning", "report-in"]));
    expect(kinds("c1-0001")).not.toContain("review");
    expect(kinds("c1-0002")).toEqual(expect.arrayContaining(["warning", "review"]));
  });

  test("is one Query for a station and two for its pairs, and for HR one per running cohort, for flags, notices, pairs and requests to correct", async () => {
    const station = await app.as({ id: "s-1", role: "station", unit: "B0-S1" });
    for (const [person, queries] of [
      [station, 3],
      [app.hr, 5],
    ] as const) {
      await todosOf(person);
      const counter = countRequests(app.store);
      await todosOf(person);
      counter.stop();
      expect(counter.requests.Query).toBe(queries);
      expect(counter.requests.Scan).toBeUndefined();
    }
  });

  test("shows a station only its own people", async () => {
    const station = await app.as({ id: "s-1", role: "station", unit: "B0-S1" });
    const { items } = await todosOf(station, "?whose=all");
    expect(new Set(items.map((each) => each.secondment))).toEqual(new Set(["c1-0001"]));
  });

  test.each([
    [
      "a day that does not exist",
      "report-in",
      "2026年2月31日",
      /govuk-error-message/,
      "c1-0001:15",
      "c1-0001:15",
    ],
    ["an ended session behind it", "again", "2026-02-27", /已重新登录/, "c1-0001:15", "c1-0001:15"],
    ["late days that were said", "again", "2026-02-27", /已重新登录/, "c1-0001:3", "c1-0001"],
  ])("a batch with %s comes back with its ticks and its date", async (_, act, on, said, item, box) => {
    const answer = await app.hr.submit("/tasks/batch", { act, item, on });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(said);
    expect(html).toMatch(new RegExp(`<input[^>]*name="on"[^>]*value="${on}"`));
    const boxes = [...html.matchAll(/name="item" value="([^"]*)"[^>]*?( checked)?>/g)];
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.filter(([, , ticked]) => ticked).map(([, value]) => value)).toEqual([box]);
  });

  test("marks chosen warnings as seen, once, and says what was refused", async () => {
    const batch = { act: "acknowledge", item: ["c1-0001:15", "c1-0003:15"] };
    const done = await app.hr.post("/tasks/batch", batch);
    expect(await done.json()).toMatchObject({ done: 1, refused: 1 });
    const { items } = await todosOf(app.hr);
    expect(items.some((each) => each.secondment === "c1-0001" && each.what === "warning")).toBe(false);
    expect(await (await app.hr.post("/tasks/batch", batch)).json()).toMatchObject({ done: 0, refused: 2 });
  });

  test("a batch sent twice with one key is answered as it was the first time", async () => {
    const batch = { act: "report-in", item: ["c1-0002"], on: "2026-03-02" };
    const send = async () => (await app.hr.post("/tasks/batch", batch, { key: "twice" })).json();
    expect(await send()).toMatchObject({ done: 1, refused: 0 });
    expect(await send()).toMatchObject({ done: 1, refused: 0 });
    expect(await (await app.hr.post("/tasks/batch", batch)).json()).toMatchObject({ done: 0, refused: 1 });
  });

  test("of a late report-in says what stays unreported for each person, and goes on with that figure only", async () => {
    const late = await saveCohort(app.store, "c0", "2026-02-24");
    await place(app.store, late, { number: "0009", station: "B0-S3" });
    const station = await app.as({ id: "s-3", role: "station", unit: "B0-S3" });
    const batch = { act: "report-in", item: "c0-0009", on: "2026-02-27" };
    for (const [language, said] of [
      ["zh-CN", "学员0009：3 个工作日列为未报到"],
      ["en", "学员0009: 3 working days stay unreported"],
    ] as const) {
      const html = await (await station.submit("/tasks/batch", batch, { language })).text();
      expect(html).toContain(said);
      expect(html).toMatch(/<input[^>]*name="item"[^>]*value="c0-0009:3"/);
      expect(html).not.toMatch(/<input[^>]*name="item"[^>]*checked/);
    }
    const send = async (item: string) =>
      (await station.post("/tasks/batch", { ...batch, item: [item] }, { key: `late ${item}` })).json();
    expect(await send("c0-0009:2")).toMatchObject({
      done: 0,
      refused: 1,
      items: [{ refusals: [{ code: "late-days-unconfirmed", field: "lateDays" }] }],
    });
    expect(await send("c0-0009:3")).toMatchObject({ done: 1, refused: 0 });
  });

  test("marks no count of which no day is in a year without a notice (`provisionalRows` has one)", async () => {
    expect(await (await app.hr.page("/?whose=all")).text()).not.toContain("暂定</span>");
  });

  test("confirms several report-ins from the form and says how many and who", async () => {
    const station = await app.as({ id: "s-1", role: "station", unit: "B0-S1" });
    const answer = await station.submit("/tasks/batch", {
      act: "report-in",
      item: "c1-0001",
      on: "2026-03-02",
    });
    const html = await answer.text();
    for (const each of ["已办理 1 项，0 项未能办理", "学员0001", "确认报到"]) expect(html).toContain(each);
    const other = await station.post("/tasks/batch", {
      act: "report-in",
      item: ["c1-0003"],
      on: "2026-03-02",
    });
    expect(await other.json()).toMatchObject({ done: 0, refused: 1 });
  });

  test.each([
    [{ act: "acknowledge", item: [] }, 422],
    [{ act: "report-in", item: ["c1-0001"], on: "2026-02-31" }, 422],
    [{ act: "sweep", item: ["c1-0001"] }, 422],
    [{ act: "acknowledge", item: ["<b>:15"] }, 422],
  ])("%j is refused", async (body, status) => {
    expect((await problemOf(await app.hr.post("/tasks/batch", body))).httpStatus).toBe(status);
  });

  test("lists work that the system could not finish until somebody marks it handled", async () => {
    const flag = { code: "StoredRowError", detail: "secondment c1-0003", since: "2026-03-02T00:00:00.000Z" };
    await putFlag(app.store, { kind: "secondment", id: "c1-0003" }, flag);
    expect(await (await app.hr.page("/", { language: "en" })).text()).toContain("StoredRowError");
    expect((await app.hr.post("/flags/secondment/c1-0003/handled", {})).status).toBe(200);
    expect(await (await app.hr.page("/")).text()).not.toContain("StoredRowError");
  });

  test("is a page in both languages, and an empty one says what would fill it", async () => {
    for (const language of ["zh-CN", "en"] as const)
      expect((await app.hr.page("/?whose=all", { language })).status).toBe(200);
    const { hr } = await testApp();
    expect(await (await hr.page("/", { language: "en" })).text()).toContain("Nothing to do");
  });
});
