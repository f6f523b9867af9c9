import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { openStore } from "@dunmiao/store/engine/client";
import { listFlags } from "@dunmiao/store/engine/flag";
import { StoreUnavailableError } from "@dunmiao/store/engine/outage";
import { loadRecord, loadWithEvents } from "@dunmiao/store/engine/record";
import { importNoun, loadImport } from "@dunmiao/store/import";
import { chunkKey } from "@dunmiao/store/importKeys";
import { noticeNoun } from "@dunmiao/store/notice";
import { pairNoun } from "@dunmiao/store/pair";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { leave, reportIn, takeBack } from "../../workflow/test/support/acts.ts";
import { addImport, personRow, unitRow } from "../../workflow/test/support/imports.ts";
import { addNotice } from "../../workflow/test/support/notices.ts";
import { planPair, putOnFile } from "../../workflow/test/support/pairs.ts";
import { breakRecord } from "../../workflow/test/support/tamper.ts";
import {
  addCohort,
  addPerson,
  eventsOf,
  numbers,
  openWorld,
  secondmentOf,
  stationOf,
  type World,
} from "../../workflow/test/support/world.ts";
import { machineSources } from "../src/machines/machineSources.ts";
import { allStates, watchStates } from "./statesEntered.ts";
import { openStack, type Stack } from "./workflowStack.ts";

const start = "2026-03-02";
const stacks: Stack[] = [];
let definitions: ReturnType<typeof machineSources>;
let entered: Set<string>;
let world: World;
let stack: Stack;

async function opened(people: number, how: Parameters<typeof openStack>[1] = {}) {
  const aWorld = await openWorld(start, people);
  const aStack = await openStack(aWorld, how);
  stacks.push(aStack);
  return { world: aWorld, stack: aStack };
}

beforeAll(async () => {
  ({ world, stack } = await opened(12));
  definitions = machineSources(world.deps);
  entered = watchStates(definitions);
});
afterEach(() => {
  world.clock.today = start;
});
afterAll(async () => {
  for (const each of stacks) await each.stop();
});

let runs = 0;
async function progressOn(asOf: string, id: string) {
  runs += 1;
  return stack.run("progress", `progress-${runs}`, { kind: "secondment", id, asOf });
}
const succeeded = { status: "SUCCEEDED" };

describe("progress", () => {
  test("nobody reports in, day after day: every state of the ordinary path, to the end of the term", async () => {
    const id = await addPerson(world, start, 1);
    for (const day of ["2026-03-01", start, "2026-03-05", "2026-03-06", "2026-03-10", "2026-03-16"])
      expect(await progressOn(day, id)).toMatchObject(succeeded);
    expect(await eventsOf(world, id)).toEqual([
      "secondment.planned",
      "checkpoint.opened",
      "checkpoint.reminded",
      "checkpoint.late",
      "checkpoint.escalated",
      "checkpoint.escalated",
    ]);
    await progressOn("2027-03-02", id);
    expect((await secondmentOf(world, id)).status).toBe("awaiting-ruling");
  });

  test("warned, reviewed and brought back, each by a state of its own", async () => {
    const id = await addPerson(world, start, 2);
    await reportIn(world, id);
    const absence = await leave(world, id, "2026-04-07", "2026-04-28");
    await progressOn(start, id);
    expect((await eventsOf(world, id)).slice(-2)).toEqual(["limit.warned", "review.opened"]);
    await takeBack(world, id, absence, "was there");
    await progressOn(start, id);
    expect((await eventsOf(world, id)).at(-1)).toBe("review.closed");
  });

  test("a pair whose agreement lacks is told of once", async () => {
    const pairs = await opened(1);
    await putOnFile(pairs.world, 2);
    await planPair(pairs.world, "pair-1", "casework", ["years", "rank", "record"]);
    for (const run of ["first", "again"]) {
      const input = { kind: "pair", id: "pair-1", asOf: "2026-03-17" };
      expect(await pairs.stack.run("progress", `pair-${run}`, input)).toMatchObject(succeeded);
    }
    const found = await loadWithEvents(pairs.world.store, pairNoun, "pair-1", 25);
    expect(found?.events.map(({ type }) => type)).toEqual(["pair.notice-given", "pair.planned"]);
  });

  test("a record that somebody edited is put before a person; the execution ends well, the record stays", async () => {
    const id = await addPerson(world, start, 3);
    await breakRecord(world, id);
    expect(await progressOn(start, id)).toMatchObject(succeeded);
    const flag = (await listFlags(world.store)).find((each) => each.id === id);
    expect(flag?.summary).toMatchObject({
      code: "StoredRowError",
      detail: expect.stringMatching(/^stored row does not parse: secondment \S+: status/),
    });
    await expect(secondmentOf(world, id)).rejects.toThrow("does not parse");
  });

  test("a record that is gone is put before a person", async () => {
    expect(await progressOn(start, "c9-1")).toMatchObject(succeeded);
    const flag = (await listFlags(world.store)).find(({ id }) => id === "c9-1");
    expect(flag?.summary.code).toBe("RecordMissingError");
  });

  test("an outage that passes is retried, one that stays is put before a person", async () => {
    const [passing, staying] = [await addPerson(world, start, 4), await addPerson(world, start, 5)];
    const throttled = Object.assign(new Error("slow down"), { name: "ThrottlingException" });
    let outages = 2;
    const { calendar } = world.deps;
    const current = async () => {
      if (outages > 0) {
        outages -= 1;
        throw throttled;
      }
      return calendar.current();
    };
    const shaky = await openStack(world, { deps: { calendar: { ...calendar, current } } });
    stacks.push(shaky);
    const run = (id: string) => shaky.run("progress", `shaky-${id}`, { kind: "secondment", id, asOf: start });
    expect(await run(passing)).toMatchObject(succeeded);
    expect(await eventsOf(world, passing)).toContain("checkpoint.opened");
    outages = Number.POSITIVE_INFINITY;
    expect(await run(staying)).toMatchObject(succeeded);
    const loaded = await loadWithEvents(world.store, secondmentNoun, staying, 1);
    expect(loaded).toMatchObject({ flag: { code: "ThrottlingException", detail: "slow down" } });
  });
});

describe("daily-sweep", () => {
  test("more than a page, an import and a notice are started and done; the broken one does not hold the rest", async () => {
    const { world, stack } = await opened(62);
    const ids = await addCohort(world, { id: "c1", startsOn: start, people: numbers(60) });
    const [broken = "", ...fine] = ids;
    await breakRecord(world, broken);
    await addImport(world, "i1", [personRow(61, { from: "2026-03-09" })]);
    await addNotice(world, "n1");
    const sweep = await stack.run("daily-sweep", "sweep-1", { asOf: start });
    // Pages: two of secondments, one of pairs, one of imports, one of notices, one of exports.
    expect(sweep).toMatchObject({ ...succeeded, stateTransitions: 2 + 3 * 6, historyEvents: 9 + 12 * 6 });
    expect(stack.ended("progress")).toHaveLength(60);
    for (const id of fine.slice(0, 5)) expect(await eventsOf(world, id)).toContain("checkpoint.opened");
    expect((await listFlags(world.store)).map(({ id }) => id)).toEqual([broken]);
    expect(await loadRecord(world.store, importNoun, "i1")).toMatchObject({ status: "finished" });
    expect(await loadRecord(world.store, noticeNoun, "n1")).toMatchObject({ status: "recounted" });
    await stack.run("daily-sweep", "sweep-2", { asOf: start });
    // What is still due keeps its name for the day: the broken one is not worked on twice.
    expect(stack.ended("progress")).toHaveLength(60);
    await stack.run("daily-sweep", "sweep-3", { asOf: "2026-03-03" });
    expect(stack.ended("progress").map(({ name }) => name)).toContain(`progress-${broken}-v1-2026-03-03`);
    expect(await loadRecord(world.store, noticeNoun, "n1")).toMatchObject({ status: "finished" });
  });

  test("goes on as new executions until every page was asked for", async () => {
    const { world, stack } = await opened(51, { pagesPerExecution: 1 });
    const ids = await addCohort(world, { id: "c1", startsOn: start, people: numbers(51) });
    await stack.run("daily-sweep", "sweep-1", { asOf: start });
    expect(stack.ended("daily-sweep").map(({ status, input }) => [status, JSON.parse(input)])).toEqual([
      ["SUCCEEDED", { asOf: start }],
      ["SUCCEEDED", { asOf: start, kind: "secondment", after: `${start}#${ids[49]}` }],
      ["SUCCEEDED", { asOf: start, kind: "pair" }],
      ["SUCCEEDED", { asOf: start, kind: "import" }],
      ["SUCCEEDED", { asOf: start, kind: "notice" }],
      ["SUCCEEDED", { asOf: start, kind: "audit-export" }],
    ]);
    expect(new Set(stack.ended("progress").map(({ input }) => JSON.parse(input).id))).toEqual(new Set(ids));
  });

  test("a sweep that cannot ask fails loudly: the alarm of its machine is the flag", async () => {
    const failed = await stack.run("daily-sweep", "sweep-bad", { asOf: "2026-02-31" });
    expect(failed).toMatchObject({ status: "FAILED", error: "ZodError" });
  });
});

describe("import-cohort", () => {
  const run = (name: string, importId: string) => stack.run("import-cohort", name, { importId, asOf: start });

  test("two chunks with units, people, refused rows; the second run of it changes nothing", async () => {
    const good = numbers(47, 100).flatMap((n) => [unitRow(n, stationOf(n)), personRow(n)]);
    await addImport(world, "i1", [...good, personRow(150, { hostStation: "nowhere" })]);
    expect(await run("import-1", "i1")).toMatchObject({ ...succeeded, stateTransitions: 6 });
    const progress = {
      done: 94,
      created: 94,
      alreadyThere: 0,
      refused: [{ row: 151, code: "unknown-unit" }],
    };
    expect(await loadImport(world.store, "i1")).toMatchObject({ record: { status: "finished" }, progress });
    const before = await eventsOf(world, "i1", "import");
    await run("import-2", "i1");
    expect(await eventsOf(world, "i1", "import")).toEqual(before);
    await addImport(world, "i2", good, { cohortId: "i1" });
    await run("import-3", "i2");
    expect(await loadImport(world.store, "i2")).toMatchObject({
      progress: { done: 94, created: 0, alreadyThere: 94, refused: [] },
    });
  });

  test("a chunk that somebody edited is put before a person, and the import stays due", async () => {
    await addImport(world, "i3", [personRow(11)]);
    const Item = { ...chunkKey("i3", 1), rows: [{ sheet: "secondments" }] };
    await world.store.documents.send(new PutCommand({ TableName: world.store.tableName, Item }));
    expect(await run("import-4", "i3")).toMatchObject(succeeded);
    const flag = (await listFlags(world.store)).find(({ id }) => id === "i3");
    expect(flag).toMatchObject({ kind: "import", summary: { code: "StoredRowError" } });
    expect(await loadRecord(world.store, importNoun, "i3")).toMatchObject({ status: "confirmed" });
  });
});

describe("recount-calendar", () => {
  const run = (name: string, noticeId: string, asOf: string) =>
    stack.run("recount-calendar", name, { noticeId, asOf });

  test("page by page through every cohort, finished by a second pass on a later day", async () => {
    await addNotice(world, "n1");
    const first = await run("recount-1", "n1", start);
    const pages = ((first.stateTransitions ?? 0) - 1) / 2;
    expect(pages).toBeGreaterThan(5);
    expect(first).toMatchObject({ ...succeeded, historyEvents: 4 + 7 * pages });
    expect(await loadRecord(world.store, noticeNoun, "n1")).toMatchObject({ status: "recounted" });
    await run("recount-2", "n1", "2026-03-03");
    expect(await loadRecord(world.store, noticeNoun, "n1")).toMatchObject({ status: "finished" });
  });

  test("a notice that is gone is put before a person", async () => {
    expect(await run("recount-3", "gone", start)).toMatchObject(succeeded);
    const flag = (await listFlags(world.store)).find(({ id }) => id === "gone");
    expect(flag).toMatchObject({ kind: "notice", summary: { code: "RecordMissingError" } });
  });
});

describe("an outage that outlasts the retries", () => {
  test.each(["progress", "import-cohort", "recount-calendar"] as const)(
    "%s fails, comes again by itself once the store is back, and puts nothing before a person",
    async (machine) => {
      const at = { progress: 6, "import-cohort": 7, "recount-calendar": 8 }[machine];
      const [id, importId] = [await addPerson(world, start, at), `away-${machine}`];
      await addImport(world, importId, [personRow(12)]);
      const store = openStore({ tableName: world.store.tableName });
      let failing = 5;
      store.documents.middlewareStack.add(
        (next) => async (args) => {
          if (failing-- > 0) throw new StoreUnavailableError("injected");
          return next(args);
        },
        { step: "initialize", name: "away" },
      );
      const cut = await openStack(world, { deps: { store } });
      stacks.push(cut);
      const input = { kind: "secondment", id, importId, noticeId: "n1", asOf: start };
      expect(await cut.run(machine, `cut-${machine}`, input)).toMatchObject(succeeded);
      expect(entered).toContain(`${machine}: Store unavailable`);
      expect(failing).toBeLessThan(0);
      const flagged = (await listFlags(world.store)).map((flag) => flag.id);
      for (const each of [id, importId, "n1"]) expect(flagged).not.toContain(each);
      if (machine === "import-cohort")
        expect(await loadImport(world.store, importId)).toMatchObject({ record: { status: "finished" } });
    },
  );
});

test("this suite has entered every state of every definition", () => {
  // Exports need days that are signed: they have a suite of their own (exportAudit.test.ts).
  const others = allStates(definitions).filter((state) => !state.startsWith("export-audit: "));
  expect([...entered].toSorted()).toEqual(others);
});
