import { missingFestivals } from "@dunmiao/domain/festival";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { countRequests } from "@dunmiao/store/engine/countRequests";
import { putFlag } from "@dunmiao/store/engine/flag";
import { confirmNotice, loadNotice } from "@dunmiao/store/notice";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import { taskHandlers } from "../src/handlers.ts";
import { leave, reportIn, takeBack } from "./support/acts.ts";
import { recount } from "./support/notices.ts";
import { progress } from "./support/progress.ts";
import { breakRecord, tamper } from "./support/tamper.ts";
import { addPerson, eventsOf, everything, openWorld, secondmentOf, type World } from "./support/world.ts";

const start = "2026-03-02";
let world: World;
let people = 0;
beforeAll(async () => {
  world = await openWorld(start, 30);
});

/** A person of a cohort of their own, whose term starts on a day; the clock stands on that day. */
async function someone(startsOn = start): Promise<string> {
  people += 1;
  world.clock.today = startsOn;
  return addPerson(world, startsOn, people);
}

describe("what is due is done, one step at a time", () => {
  test("nobody reports in: opened, reminded, late, escalated to the branch, then to the bureau, each on its day", async () => {
    const id = await someone();
    const done: Record<string, string[]> = {};
    for (const day of ["01", "02", "04", "05", "06", "09", "10", "13", "16", "17"])
      done[day] = await progress(world, id, `2026-03-${day}`);
    expect(done).toEqual({
      "01": [],
      "02": ["open-checkpoint"],
      "04": [],
      "05": ["remind"],
      "06": ["mark-late"],
      "09": [],
      10: ["escalate"],
      13: [],
      16: ["escalate"],
      17: [],
    });
    const { checkpoints } = await secondmentOf(world, id);
    expect(checkpoints.find(({ key }) => key === "report-in")).toMatchObject({
      state: "late",
      escalation: "bureau",
      reminded: 1,
    });
  });

  test("days on which nothing ran are caught up in one go, in the same order; the passed reminder was sent late", async () => {
    const id = await someone();
    expect(await progress(world, id, "2026-03-17")).toEqual([
      "open-checkpoint",
      "remind",
      "mark-late",
      "escalate",
      "escalate",
    ]);
    expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
  });

  test("15.0 days warn once per level and open nothing, 15.5 open a review and stop the ordinary path", async () => {
    const id = await someone();
    await reportIn(world, id);
    await leave(world, id, "2026-04-07", "2026-04-20");
    expect(await progress(world, id, start)).toEqual(["warn"]);
    await leave(world, id, "2026-05-06", "2026-05-13");
    expect(await progress(world, id, start)).toEqual(["warn", "open-review"]);
    const record = await secondmentOf(world, id);
    expect(record.warnings.map(({ levelDays, state }) => [levelDays, state])).toEqual([
      [10, "shown"],
      [13, "passed"],
      [15, "shown"],
    ]);
    expect(record).toMatchObject({ status: "under-review", reviews: [{ countedDays: 17, absenceId: "a2" }] });
  });

  test("exactly 15.0 days are no review", async () => {
    const id = await someone();
    await reportIn(world, id);
    await leave(world, id, "2026-04-07", "2026-04-27");
    expect(await progress(world, id, start)).toEqual(["warn"]);
    expect(await secondmentOf(world, id)).toMatchObject({ status: "serving", reviews: [] });
  });

  test("a correction below the limit closes the review, with the reason in the trail", async () => {
    const id = await someone();
    await reportIn(world, id);
    const absence = await leave(world, id, "2026-04-07", "2026-04-28");
    await progress(world, id, start);
    world.clock.today = "2026-04-29";
    await takeBack(world, id, absence, "the roster shows that he was there");
    expect(await progress(world, id, "2026-04-29")).toEqual(["close-review"]);
    const record = await secondmentOf(world, id);
    expect(record).toMatchObject({
      status: "serving",
      reviews: [{ closedOn: "2026-04-29", closedBecause: "the roster shows that he was there" }],
    });
    expect((await eventsOf(world, id)).slice(-2)).toEqual(["absence.voided", "review.closed"]);
  });

  test("the day after the term moves it to awaiting-ruling; during a review it stays under review, and its checkpoints go on", async () => {
    const [ends, reviewed] = [await someone(), await someone()];
    for (const id of [ends, reviewed]) await reportIn(world, id);
    await leave(world, reviewed, "2026-04-07", "2026-04-28");
    await progress(world, reviewed, start);
    const [before, reviewedBefore] = [
      await progress(world, ends, "2027-03-01"),
      await progress(world, reviewed, "2027-03-01"),
    ];
    expect(reviewedBefore).toEqual(before);
    expect(before).not.toContain("complete");
    // January's attendance is missed, February's due in three days, the end assessment today; the ruling opens.
    const ofTheDay = ["mark-missed", "remind", "remind", "open-checkpoint"];
    expect(await progress(world, ends, "2027-03-02")).toEqual([...ofTheDay, "complete"]);
    expect(await progress(world, reviewed, "2027-03-02")).toEqual(ofTheDay);
    expect((await secondmentOf(world, ends)).status).toBe("awaiting-ruling");
    expect((await secondmentOf(world, reviewed)).status).toBe("under-review");
  });
});

describe("what stands in the way is named", () => {
  const decide = (id: string, more = {}) =>
    world.tasks.decide({ kind: "secondment", id, asOf: start, ...more });

  test("a missing record", async () => {
    await expect(decide("nobody")).rejects.toMatchObject({ name: "RecordMissingError" });
    const step = { kind: "secondment", id: "nobody", asOf: start, step: "warn" };
    await expect(world.tasks.takeStep(step)).rejects.toMatchObject({ name: "RecordMissingError" });
  });

  test("a stored row that somebody edited", async () => {
    const id = await someone();
    await breakRecord(world, id);
    await expect(decide(id)).rejects.toMatchObject({ name: "StoredRowError" });
  });

  test("a scheme that nobody knows", async () => {
    const id = await someone();
    await tamper(world, { kind: "secondment", id }, ({ record }) => {
      record.schemeId = "made-up";
    });
    await expect(decide(id)).rejects.toThrow("unknown scheme made-up@2");
  });

  test("a record that does not come to rest", async () => {
    const id = await someone();
    expect(await decide(id, { turn: 399 })).toMatchObject({ step: "open-checkpoint" });
    await expect(decide(id, { turn: 400 })).rejects.toMatchObject({ name: "TooManyTurnsError" });
  });

  test("an input that is none", async () => {
    for (const input of [
      undefined,
      {},
      { kind: "import", id: "x", asOf: start },
      { kind: "secondment", id: "x", asOf: "2026-02-31" },
    ])
      await expect(world.tasks.decide(input)).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("only what is still next is done", () => {
  test("a step that another execution has done meanwhile is left alone", async () => {
    const id = await someone();
    const input = { kind: "secondment", id, asOf: start, turn: 1 };
    const before = await everything(world);
    expect(await world.tasks.takeStep({ ...input, step: "open-review" })).toMatchObject({
      step: "open-checkpoint",
    });
    expect(await everything(world)).toEqual(before);
  });

  test("what comes next is said by the record just written, which is not read again", async () => {
    const id = await someone();
    const count = countRequests(world.store);
    const input = { kind: "secondment", id, asOf: "2026-03-06", turn: 1 };
    expect(await world.tasks.takeStep({ ...input, step: "open-checkpoint" })).toMatchObject({
      step: "remind",
      turn: 2,
    });
    count.stop();
    expect(count.requests).toEqual({ GetItem: 1, TransactWriteItems: 1 });
  });

  test("a date before the due date does nothing", async () => {
    const id = await someone();
    const input = { kind: "secondment", id, asOf: "2026-03-01", turn: 1, step: "open-checkpoint" };
    expect(await world.tasks.takeStep(input)).toMatchObject({ step: "nothing-left" });
    expect((await secondmentOf(world, id)).version).toBe(1);
  });
});

test("a process that holds an older calendar uses the one of the record's recount", async () => {
  const id = await someone("2026-06-01");
  await reportIn(world, id);
  // Counts 10 days, the first warning, until 1 January 2027 is known to be a holiday: 9 then.
  await leave(world, id, "2026-12-21", "2027-01-01");
  const older = calendarReader(world.store);
  expect((await older.current()).version).toBe(0);
  const days = [{ date: "2027-01-01", working: false, name: "元旦" }];
  const missingConfirmed = missingFestivals({ year: 2027, days });
  await loadNotice(world.acting(), { year: 2027, days, missingConfirmed }, { id: "n-older" });
  const second = world.acting({ id: "approver-1", role: "approver" });
  await confirmNotice(second, { id: "n-older", missingConfirmed });
  await recount(world, "n-older", "2026-06-01");
  const behind = { ...world, tasks: taskHandlers({ ...world.deps, calendar: older }) };
  expect(await progress(behind, id, "2026-06-01")).toEqual([]);
  expect((await older.current()).version).toBe(1);
});

test("a flag beside the record changes nothing about its steps", async () => {
  const id = await someone();
  await putFlag(world.store, { kind: "secondment", id }, { code: "x", detail: "y", since: world.deps.now() });
  expect(await progress(world, id, start)).toEqual(["open-checkpoint"]);
});
