import { expect, test } from "vitest";
import { taskHandlers } from "../src/handlers.ts";
import { addImport, personRow } from "./support/imports.ts";
import { addNotice } from "./support/notices.ts";
import { breakRecord } from "./support/tamper.ts";
import { addCohort, numbers, officerOf, openWorld, type World } from "./support/world.ts";

const start = "2026-03-02";

/** One sweep in the order of its states; answers the pages as listed and how it ended. */
async function sweep({ tasks }: World, input: object = {}) {
  const pages: { kind: string; ids: string[] }[] = [];
  let at: Record<string, unknown> = await tasks.fixDay(input);
  for (;;) {
    const listed = await tasks.listDue(at);
    pages.push({ kind: listed.kind, ids: listed.items.map(({ id }) => id) });
    const ended = await tasks.startProgress(listed);
    if (ended.next === "more") at = ended;
    else {
      if (ended.next === "continue") await tasks.continueSweep(ended);
      return { pages, next: ended.next };
    }
  }
}

test("fixes the day once: the clock's unless it is told, also from a schedule's own event", async () => {
  const world = await openWorld(start);
  const event = { version: "0", id: "x", "detail-type": "Scheduled Event", time: "2026-01-01T22:00:00Z" };
  expect(await world.tasks.fixDay(event)).toEqual({ asOf: start, kind: "secondment", page: 0 });
  expect(await world.tasks.fixDay(null)).toMatchObject({ asOf: start });
  const told = { asOf: "2026-02-28", kind: "notice", after: "2026-02-27#n1", page: 500 };
  expect(await world.tasks.fixDay(told)).toEqual({ ...told, page: 0 });
});

test("60 due come in two pages, each once; a person not due is not asked", async () => {
  const world = await openWorld(start, 61);
  const ids = await addCohort(world, { id: "c1", startsOn: start, people: numbers(60) });
  await addCohort(world, { id: "c2", startsOn: "2026-03-03", people: [61] });
  const { pages, next } = await sweep(world);
  expect(pages.map(({ kind, ids: on }) => [kind, on.length])).toEqual([
    ["secondment", 50],
    ["secondment", 10],
    ["pair", 0],
    ["import", 0],
    ["notice", 0],
    ["audit-export", 0],
  ]);
  expect(next).toBe("done");
  const ofPeople = world.starts.filter(({ machine }) => machine === "progress");
  expect(ofPeople.map(({ input }) => String(input.id)).toSorted()).toEqual(ids.toSorted());
  expect(new Set(ofPeople.map(({ name }) => name)).size).toBe(60);
});

test("an item that stays due, broken or not, comes once a sweep, and every day again", async () => {
  const world = await openWorld(start, 3);
  const [stuck = ""] = await addCohort(world, { id: "c1", startsOn: start, people: numbers(3) });
  await breakRecord(world, stuck);
  const { pages } = await sweep(world);
  expect(pages.flatMap(({ ids }) => ids).filter((id) => id === stuck)).toHaveLength(1);
  await sweep(world);
  world.clock.today = "2026-03-03";
  await sweep(world);
  const names = world.starts.filter(({ input }) => input.id === stuck).map(({ name }) => name);
  expect(names).toEqual([
    `progress-${stuck}-v1-2026-03-02`,
    `progress-${stuck}-v1-2026-03-02`,
    `progress-${stuck}-v1-2026-03-03`,
  ]);
});

test("imports and notices that are not finished are started again", async () => {
  const world = await openWorld(start, 1);
  await addImport(world, "i1", [personRow(1)]);
  await addNotice(world, "n1");
  await sweep(world);
  expect(world.starts).toEqual([
    {
      machine: "import-cohort",
      name: `import-cohort-i1-v2-${start}`,
      input: { importId: "i1", asOf: start },
    },
    {
      machine: "recount-calendar",
      name: `recount-calendar-n1-v2-${start}`,
      input: { noticeId: "n1", asOf: start },
    },
    { machine: "close-day", name: `close-day-${start}`, input: { asOf: start } },
    { machine: "verify-records", name: `verify-records-${start}`, input: { asOf: start } },
  ]);
});

test("goes on as a new execution after so many pages, exactly where it stopped", async () => {
  const world = await openWorld(start, 60);
  const ids = await addCohort(world, { id: "c1", startsOn: start, people: numbers(60) });
  const short = { ...world, tasks: taskHandlers({ ...world.deps, pagesPerExecution: 1 }) };
  expect(await sweep(short)).toMatchObject({ pages: [{}], next: "continue" });
  const continued = world.starts.find(({ machine }) => machine === "daily-sweep");
  expect(continued).toEqual({
    machine: "daily-sweep",
    name: `daily-sweep-${start}-secondment-${start}-c1-${officerOf(50).serviceNumber}`,
    input: { asOf: start, kind: "secondment", after: `${start}#c1-${officerOf(50).serviceNumber}` },
  });
  const rest = await sweep(short, continued?.input);
  expect(rest).toMatchObject({ pages: [{ ids: ids.slice(50) }], next: "continue" });
  const last = world.starts.findLast(({ machine }) => machine === "daily-sweep");
  expect(last?.input).toEqual({ asOf: start, kind: "pair" });
  const both = { ...world, tasks: taskHandlers({ ...world.deps, pagesPerExecution: 4 }) };
  const end = await sweep(both, last?.input);
  expect(end).toMatchObject({
    pages: [{ kind: "pair" }, { kind: "import" }, { kind: "notice" }, { kind: "audit-export" }],
    next: "done",
  });
});
