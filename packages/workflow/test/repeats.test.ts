import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { TaskName } from "../src/handlers.ts";
import { leave, reportIn, takeBack } from "./support/acts.ts";
import { addImport, personRow, unitRow } from "./support/imports.ts";
import { addNotice, dayAfter, recount } from "./support/notices.ts";
import { progress } from "./support/progress.ts";
import { breakRecord } from "./support/tamper.ts";
import {
  addCohort,
  addPerson,
  everything,
  numbers,
  openWorld,
  stationOf,
  type World,
} from "./support/world.ts";

type Delivery = { task: TaskName; input: Record<string, unknown>; people?: number; changes: boolean };
type Case = { says: string; prepare: (world: World) => Promise<Delivery>; people?: number };
const start = "2026-03-02";

/** The step that is next for a person who was left alone until a day, or to whom something happened on it. */
function step(name: string, on: string, before: (world: World, id: string) => Promise<unknown>): Case {
  const prepare = async (world: World) => {
    const id = await addPerson(world, start);
    await before(world, id);
    world.clock.today = on;
    return {
      task: "takeStep" as const,
      input: { kind: "secondment", id, asOf: on, turn: 1, step: name },
      changes: true,
    };
  };
  return { says: `takeStep ${name} (${on})`, prepare };
}

const sweptOn = (on: string) => (world: World, id: string) => progress(world, id, on);

/** Reported in and away from 7 April for 10 or 16 working days. */
async function away(world: World, id: string, until: "2026-04-20" | "2026-04-28"): Promise<string> {
  world.clock.today = start;
  await reportIn(world, id);
  return leave(world, id, "2026-04-07", until);
}

async function importOf(world: World): Promise<void> {
  const units = numbers(3).map((n) => unitRow(n + 1, stationOf(n)));
  const unknown = personRow(4, { hostStation: "no-such-unit" });
  await addImport(world, "i1", [...units, ...numbers(3).map((n) => personRow(n)), unknown]);
}

const steps: Case[] = [
  step("open-checkpoint", start, async () => {}),
  step("remind", "2026-03-05", sweptOn(start)),
  step("mark-late", "2026-03-06", sweptOn("2026-03-05")),
  step("escalate", "2026-03-10", sweptOn("2026-03-06")),
  step("escalate", "2026-03-16", sweptOn("2026-03-10")),
  step("warn", start, (world, id) => away(world, id, "2026-04-20")),
  step("open-review", start, async (world, id) => {
    await away(world, id, "2026-04-28");
    await world.tasks.takeStep({ kind: "secondment", id, asOf: start, step: "warn" });
  }),
  step("close-review", start, async (world, id) => {
    const absence = await away(world, id, "2026-04-28");
    await progress(world, id, start);
    await takeBack(world, id, absence, "present after all");
  }),
  step("mark-missed", "2026-05-08", sweptOn("2026-05-07")),
  step("complete", "2027-03-02", async (world, id) => {
    await reportIn(world, id);
    await progress(world, id, "2027-03-01");
    for (const earlier of ["mark-missed", "remind", "remind", "open-checkpoint"])
      await world.tasks.takeStep({ kind: "secondment", id, asOf: "2027-03-02", step: earlier });
  }),
];

const others: Case[] = [
  {
    says: "decide",
    prepare: async (world) => {
      const id = await addPerson(world, start);
      return { task: "decide", input: { kind: "secondment", id, asOf: start }, changes: false };
    },
  },
  {
    says: "flag",
    prepare: async () => {
      const failure = { Error: "StoredRowError", Cause: '{"errorMessage":"stored row does not parse"}' };
      const input = { kind: "secondment", id: "c1-1", asOf: start, failure };
      return { task: "flag", input, changes: true };
    },
  },
  { says: "fixDay", prepare: async () => ({ task: "fixDay", input: {}, changes: false }) },
  {
    says: "listDue",
    prepare: async (world) => {
      await addPerson(world, start);
      return { task: "listDue", input: { asOf: start, kind: "secondment", page: 0 }, changes: false };
    },
  },
  {
    says: "startProgress",
    prepare: async () => {
      const items = [{ kind: "secondment", id: "c1-1", version: 1 }];
      return {
        task: "startProgress",
        input: { asOf: start, kind: "secondment", page: 1, items },
        changes: false,
      };
    },
  },
  {
    says: "continueSweep",
    prepare: async () => {
      const input = { asOf: start, kind: "secondment", after: `${start}#c1-1`, page: 500 };
      return { task: "continueSweep", input, changes: false };
    },
  },
  {
    says: "importChunk",
    prepare: async (world) => {
      await importOf(world);
      return { task: "importChunk", input: { importId: "i1", asOf: start }, changes: true };
    },
  },
  {
    says: "finishImport",
    prepare: async (world) => {
      await importOf(world);
      await world.tasks.importChunk({ importId: "i1", asOf: start });
      return { task: "finishImport", input: { importId: "i1", asOf: start }, changes: true };
    },
  },
  {
    says: "recountPage, a page in the middle",
    people: 55,
    prepare: async (world) => {
      await addCohort(world, { id: "c1", startsOn: start, people: numbers(55) });
      await addNotice(world, "n1");
      return { task: "recountPage", input: { noticeId: "n1", asOf: start }, changes: true };
    },
  },
  {
    says: "recountPage, the last page of the first pass, with a broken record",
    people: 3,
    prepare: async (world) => {
      const [first = ""] = await addCohort(world, { id: "c1", startsOn: start, people: numbers(3) });
      await breakRecord(world, first);
      await addNotice(world, "n1");
      return { task: "recountPage", input: { noticeId: "n1", asOf: start }, changes: true };
    },
  },
  {
    says: "recountPage, the last page of the second pass",
    people: 3,
    prepare: async (world) => {
      await addCohort(world, { id: "c1", startsOn: start, people: numbers(3) });
      await addNotice(world, "n1");
      await recount(world, "n1", start);
      return { task: "recountPage", input: { noticeId: "n1", asOf: dayAfter(start) }, changes: true };
    },
  },
];

/** Delivers a task so many times to a world of its own; answers where each delivery sends the machine, and the table. */
async function delivered({ prepare, people = 1 }: Case, times: number) {
  const world = await openWorld(start, people);
  const { task, input, changes } = await prepare(world);
  const before = await lasting(world);
  const ways: unknown[] = [];
  for (let n = 0; n < times; n += 1) ways.push(wayOf(await world.tasks[task](input)));
  const started = new Set(world.starts.map((each) => JSON.stringify(each)));
  return { before, ways, started, table: await lasting(world), changes };
}

/** The table without the moment at which messages expire: that goes by the real clock. */
async function lasting(world: World) {
  return (await everything(world)).map(({ expiresAt: _, ...item }) => item);
}

/** What a Choice reads of an answer. */
function wayOf(answer: object): unknown[] {
  return ["next" in answer && answer.next, "step" in answer && answer.step];
}

describe("a task delivered three times leaves the table as one delivery does", () => {
  test.each([...steps, ...others])("$says", async (each) => {
    const once = await delivered(each, 1);
    const thrice = await delivered(each, 3);
    expect(isDeepStrictEqual(once.table, once.before)).toBe(!once.changes);
    expect(thrice.table).toEqual(once.table);
    expect(thrice.started).toEqual(once.started);
    expect(thrice.ways).toEqual(Array(3).fill(once.ways[0]));
  });
});
