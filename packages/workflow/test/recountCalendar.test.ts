import { approveRuling } from "@dunmiao/domain/ruling/decideRuling";
import { proposeRuling } from "@dunmiao/domain/ruling/proposeRuling";
import { giveStatement } from "@dunmiao/domain/ruling/statement";
import { listFlags } from "@dunmiao/store/engine/flag";
import { loadRecord } from "@dunmiao/store/engine/record";
import { noticeNoun } from "@dunmiao/store/notice";
import { loadWithSummary } from "@dunmiao/store/secondment";
import { storedSummarySchema, summaryText } from "@dunmiao/store/summaryText";
import { expect, test } from "vitest";
import { leave, reportIn } from "./support/acts.ts";
import { addNotice, dayAfter, recount } from "./support/notices.ts";
import { progress } from "./support/progress.ts";
import { breakRecord, tamper } from "./support/tamper.ts";
import {
  act,
  addCohort,
  eventsOf,
  everything,
  numbers,
  openWorld,
  secondmentOf,
  type World,
} from "./support/world.ts";

const start = "2026-03-02";
const noticeOf = (world: World) => loadRecord(world.store, noticeNoun, "n1");
const isProvisional = async (world: World, id: string) =>
  (await loadWithSummary(world.store, id))?.summary.provisional === true;

test("several cohorts and pages: one event for each record that changes, none for others, finished the day after", async () => {
  const world = await openWorld(start, 59);
  const touching = await addCohort(world, { id: "c2026", startsOn: start, people: numbers(55) });
  const before = await addCohort(world, { id: "c2025", startsOn: "2025-03-03", people: numbers(2, 56) });
  const later = await addCohort(world, { id: "c2027", startsOn: "2027-12-27", people: numbers(2, 58) });
  expect(await isProvisional(world, touching[0] ?? "")).toBe(true);
  await addNotice(world, "n1");
  expect(await recount(world, "n1", start)).toBe(4);
  expect(await noticeOf(world)).toMatchObject({
    status: "recounted",
    recounted: { seen: 55, changed: 55, on: start },
  });
  for (const id of touching) {
    expect(await isProvisional(world, id)).toBe(false);
    expect(await eventsOf(world, id)).toEqual(["secondment.planned", "calendar.recounted"]);
  }
  for (const id of [...before, ...later]) expect(await eventsOf(world, id)).toEqual(["secondment.planned"]);
  const table = await everything(world);
  expect(await recount(world, "n1", start)).toBe(4);
  expect(await everything(world)).toEqual(table);
  await recount(world, "n1", dayAfter(start));
  expect(await noticeOf(world)).toMatchObject({ status: "finished", recounted: { seen: 55, changed: 55 } });
  expect((await secondmentOf(world, touching[0] ?? "")).version).toBe(2);
});

test("the second pass finds who was written under the old calendar while the first one ran", async () => {
  const world = await openWorld(start, 2);
  const [early = "", late = ""] = await addCohort(world, { id: "c1", startsOn: start, people: numbers(2) });
  await addNotice(world, "n1");
  await recount(world, "n1", start);
  await tamper(world, { kind: "secondment", id: late }, (item) => {
    item.summary = summaryText({ ...storedSummarySchema.parse(item.summary), provisional: true });
  });
  await recount(world, "n1", dayAfter(start));
  expect(await eventsOf(world, early)).toEqual(["secondment.planned", "calendar.recounted"]);
  expect(await eventsOf(world, late)).toEqual([
    "secondment.planned",
    "calendar.recounted",
    "calendar.recounted",
  ]);
  expect(await noticeOf(world)).toMatchObject({ status: "finished", recounted: { seen: 2, changed: 2 } });
});

test("a first pass that only ran on a later day is still followed by a second one", async () => {
  const world = await openWorld(start, 1);
  await addCohort(world, { id: "c1", startsOn: start, people: [1] });
  await addNotice(world, "n1");
  for (const [day, status] of [
    ["2026-03-05", "recounted"],
    ["2026-03-05", "recounted"],
    ["2026-03-06", "finished"],
  ] as const) {
    await recount(world, "n1", day);
    expect((await noticeOf(world))?.status).toBe(status);
  }
});

test("records that cannot be read are put before a person, each for its own reason, and the rest go on", async () => {
  const world = await openWorld(start, 4);
  const ids = await addCohort(world, { id: "c1", startsOn: start, people: numbers(4) });
  const [broken = "", noScheme = "", noSummary = "", fine = ""] = ids;
  await breakRecord(world, broken);
  await tamper(world, { kind: "secondment", id: noScheme }, ({ record }) => {
    record.schemeId = "made-up";
  });
  await tamper(world, { kind: "secondment", id: noSummary }, (item) => {
    item.summary = "[]";
  });
  await addNotice(world, "n1");
  await recount(world, "n1", start);
  expect(await eventsOf(world, fine)).toEqual(["secondment.planned", "calendar.recounted"]);
  const flags = (await listFlags(world.store)).map(({ id, summary }) => `${id} ${summary.code}`);
  expect(flags.toSorted()).toEqual([
    `${broken} StoredRowError`,
    `${noScheme} Error`,
    `${noSummary} StoredRowError`,
  ]);
  expect(await noticeOf(world)).toMatchObject({ status: "recounted", recounted: { seen: 3, changed: 1 } });
});

test("people who act meanwhile lose nothing, and one event says what the calendar changed", async () => {
  const world = await openWorld(start, 12);
  const ids = await addCohort(world, { id: "c1", startsOn: start, people: numbers(12) });
  for (const id of ids) await reportIn(world, id);
  await addNotice(world, "n1");
  await Promise.all([
    recount(world, "n1", start),
    ...ids.map((id) => leave(world, id, "2026-12-28", "2027-01-04")),
  ]);
  for (const id of ids) {
    const types = await eventsOf(world, id);
    expect(types).toContain("absence.approved");
    expect(types.filter((type) => type === "calendar.recounted").length).toBeLessThanOrEqual(1);
    expect(await isProvisional(world, id)).toBe(false);
    expect((await loadWithSummary(world.store, id))?.summary.counted).toBe(5);
  }
});

test("a holiday that a notice brings closes a review, a working day that it brings opens one", async () => {
  const world = await openWorld("2026-06-01", 2);
  const [closes = "", opens = ""] = await addCohort(world, {
    id: "c1",
    startsOn: "2026-06-01",
    people: [1, 2],
  });
  for (const id of [closes, opens]) await reportIn(world, id);
  await leave(world, closes, "2026-12-11", "2027-01-04");
  await leave(world, opens, "2026-12-21", "2026-12-31");
  await leave(world, opens, "2027-01-05", "2027-01-11");
  await leave(world, opens, "2027-01-12", "2027-01-12");
  for (const id of [closes, opens]) await progress(world, id, "2026-06-01");
  expect((await secondmentOf(world, closes)).status).toBe("under-review");
  expect((await secondmentOf(world, opens)).status).toBe("serving");
  await addNotice(world, "n1", { more: ["2027-01-04"] });
  await recount(world, "n1", "2026-06-01");
  expect(await progress(world, closes, "2026-06-02")).toEqual(["close-review"]);
  expect(await progress(world, opens, "2026-06-02")).toEqual(["open-review"]);
  const [review] = (await secondmentOf(world, closes)).reviews;
  expect(review).toMatchObject({ closedOn: "2026-06-01" });
});

test("a ruled year keeps its ruling and its days; the difference is written once and stands on two lists", async () => {
  const world = await openWorld("2026-06-01", 1);
  const [id = ""] = await addCohort(world, { id: "c1", startsOn: "2026-06-01", people: [1] });
  await reportIn(world, id);
  await leave(world, id, "2026-12-11", "2027-01-04");
  await progress(world, id, "2026-06-01");
  const reason = "as the file says";
  await act(world, id, "officer", (ground) => giveStatement(ground, { words: "I was ill." }));
  await act(world, id, "hr", (ground) => proposeRuling(ground, { outcome: "not-recognised", reason }));
  await act(world, id, "approver", (ground) => approveRuling(ground, "r1", { reason }));
  const ruled = await secondmentOf(world, id);
  await addNotice(world, "n1", { more: ["2027-01-04"] });
  await recount(world, "n1", "2026-06-01");
  await recount(world, "n1", "2026-06-02");
  expect((await eventsOf(world, id)).filter((type) => type === "calendar.recounted")).toHaveLength(1);
  expect(await secondmentOf(world, id)).toMatchObject({
    status: "not-recognised",
    rulings: ruled.rulings,
    checkpoints: ruled.checkpoints,
    recounted: { countedDaysBefore: 16, noticeId: "n1" },
  });
  const summary = (await loadWithSummary(world.store, id))?.summary;
  expect(summary).toMatchObject({ counted: 16, limit: 15 });
  const owners = summary?.todos.filter(([what]) => what === "calendar-differs").map(([, owner]) => owner);
  expect(owners).toEqual(["hr", "approver"]);
});

test("a notice that nobody confirmed is not applied, a missing one is named", async () => {
  const world = await openWorld(start, 1);
  const [id = ""] = await addCohort(world, { id: "c1", startsOn: start, people: [1] });
  await addNotice(world, "n1", { isConfirmed: false });
  expect(await recount(world, "n1", start)).toBe(1);
  expect((await secondmentOf(world, id)).version).toBe(1);
  const missing = world.tasks.recountPage({ noticeId: "none", asOf: start });
  await expect(missing).rejects.toMatchObject({ name: "RecordMissingError" });
});

test("a bureau without a cohort is recounted at once", async () => {
  const world = await openWorld(start);
  await addNotice(world, "n1");
  expect(await recount(world, "n1", start)).toBe(1);
  expect(await noticeOf(world)).toMatchObject({ status: "recounted", recounted: { seen: 0, changed: 0 } });
});
