import { accept } from "@dunmiao/domain/refusal";
import { cohortNoun } from "@dunmiao/store/cohort";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { importNoun, loadImport } from "@dunmiao/store/import";
import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { listUnits } from "@dunmiao/store/unit";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { expect, test } from "vitest";
import { addImport, personRow, unitRow } from "./support/imports.ts";
import {
  addCohort,
  eventsOf,
  numbers,
  officerOf,
  openWorld,
  secondmentOf,
  stationOf,
  type World,
} from "./support/world.ts";

const start = "2026-03-02";

/** What `import-cohort` does, chunk by chunk, by the same task functions; answers the chunks. */
async function runImport({ tasks }: World, importId: string): Promise<number[]> {
  const chunks: number[] = [];
  let at: Record<string, unknown> = { importId, asOf: start };
  for (;;) {
    const done = await tasks.importChunk(at);
    chunks.push(done.chunk - 1);
    if (done.next === "finish") break;
    at = done;
  }
  await tasks.finishImport({ importId, asOf: start });
  return chunks;
}

const statusOf = async (world: World, id: string) => (await loadRecord(world.store, importNoun, id))?.status;
const progressOf = async (world: World, id: string) => (await loadImport(world.store, id))?.progress;

test("units come before the people who need them, a parent before its child, in one chunk", async () => {
  const world = await openWorld(start);
  const branch = { code: "420103", name: "分局三", kind: "branch", parent: "4201" } as const;
  const station = { code: "420103-1", name: "三一", kind: "station", parent: "420103" } as const;
  const rows = [unitRow(2, branch), unitRow(3, station), personRow(1, { hostStation: "420103-1" })];
  await addImport(world, "i1", rows);
  expect(await runImport(world, "i1")).toEqual([1]);
  expect(await progressOf(world, "i1")).toEqual({ done: 3, created: 3, alreadyThere: 0, refused: [] });
  expect(await secondmentOf(world, "i1-100001")).toMatchObject({
    hostBranch: { code: "420103", name: "分局三" },
    hostStation: { code: "420103-1" },
  });
  expect(await statusOf(world, "i1")).toBe("finished");
});

test("rows that cannot be are refused by row, column and code; the rest of the chunk goes on", async () => {
  const world = await openWorld(start, 5);
  await addCohort(world, { id: "earlier", startsOn: "2025-09-01", people: [4, 5] });
  await addImport(world, "i1", [
    unitRow(2, { code: "X-1", name: "无上级", kind: "station" }),
    unitRow(3, { code: "X-2", name: "上级不明", kind: "station", parent: "nowhere" }),
    personRow(1),
    personRow(2, { hostStation: "nowhere" }),
    personRow(3, { hostStation: "JG-01" }),
    personRow(6, { hostStation: stationOf(4).code, post: "挂职 副所长" }),
    personRow(7, { officer: { ...officerOf(5), name: "另一人" }, hostStation: stationOf(2).code }),
    personRow(8, { officer: officerOf(5), hostStation: stationOf(3).code }),
  ]);
  await runImport(world, "i1");
  const { refused = [], ...counted } = (await progressOf(world, "i1")) ?? {};
  expect(counted).toEqual({ done: 1, created: 1, alreadyThere: 0 });
  expect(refused.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
    ["units", 2, "parent", "station-needs-branch"],
    ["units", 3, "parent", "unknown-unit"],
    ["secondments", 3, "hostStation", "unknown-unit"],
    ["secondments", 4, "hostStation", "not-a-station"],
    ["secondments", 7, undefined, "post-busy"],
    ["secondments", 8, "name", "officer-differs"],
    ["secondments", 9, undefined, "officer-busy"],
  ]);
});

test("a partner who is sent away while the row is written leads nobody: the row runs again", async () => {
  const world = await openWorld(start, 2);
  const mentor = { ...officerOf(9), homeUnit: stationOf(1).code };
  await saveOfficer(world.acting(), mentor);
  const pairing = { focus: "casework", scheme: "pair-standard", isEligible: true, kin: false } as const;
  const partner = { number: mentor.serviceNumber, name: mentor.name, ...pairing };
  await addImport(world, "i1", [personRow(1, { partner })]);
  await addCohort(world, { id: "c2", startsOn: start, people: [] });
  const stack = world.store.documents.middlewareStack;
  stack.add(
    (next) => async (args) => {
      if (!JSON.stringify(args.input).includes('"PAIR#i1-100001","sk":"RECORD","')) return next(args);
      stack.remove("meanwhile");
      const cohort = await loadRecord(world.store, cohortNoun, "c2");
      if (!cohort) throw new Error("no cohort c2");
      const ground = await planGround(world.acting(), cohort, await listUnits(world.store));
      const away = { officer: mentor, hostStation: stationOf(2).code, post: "挂职副所长" };
      expect(await placeOfficer(world.acting(), away, ground)).toEqual(accept("created"));
      return next(args);
    },
    { step: "initialize", name: "meanwhile" },
  );
  await runImport(world, "i1");
  expect(await progressOf(world, "i1")).toMatchObject({
    done: 0,
    refused: [{ row: 2, column: "partner", code: "partner-seconded" }],
  });
});

test("two rows of one officer in one chunk: one gets in, the other is refused, whoever is first", async () => {
  const world = await openWorld(start, 2);
  await addImport(world, "i1", [personRow(1), personRow(1, { row: 9, hostStation: stationOf(2).code })]);
  await runImport(world, "i1");
  expect(await progressOf(world, "i1")).toMatchObject({
    done: 1,
    refused: [{ code: expect.stringMatching(/^(officer-busy|planned-differently)$/) }],
  });
});

test("60 rows are two chunks, each officer there once with an unbroken chain; the second file is already there", async () => {
  const world = await openWorld(start, 60);
  const rows = numbers(60).map((n) => personRow(n));
  await addImport(world, "i1", rows);
  expect(await runImport(world, "i1")).toEqual([1, 2]);
  await addImport(world, "i2", rows, { cohortId: "i1" });
  await runImport(world, "i2");
  expect(await progressOf(world, "i1")).toEqual({ done: 60, created: 60, alreadyThere: 0, refused: [] });
  expect(await progressOf(world, "i2")).toEqual({ done: 60, created: 0, alreadyThere: 60, refused: [] });
  for (const n of [1, 50, 51, 60]) {
    const id = `i1-${officerOf(n).serviceNumber}`;
    expect(await eventsOf(world, id)).toEqual(["secondment.planned"]);
    expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
  }
});

test("two executions of the same import at the same time create nothing twice and add up", async () => {
  const world = await openWorld(start, 60);
  await addImport(
    world,
    "i1",
    numbers(60).map((n) => personRow(n)),
  );
  await Promise.all([runImport(world, "i1"), runImport(world, "i1")]);
  const { done, created = 0, alreadyThere = 0, refused } = (await progressOf(world, "i1")) ?? {};
  expect({ done, all: created + alreadyThere, refused }).toEqual({ done: 60, all: 60, refused: [] });
  expect(await eventsOf(world, "i1", "import")).toEqual([
    "import.checked",
    "import.confirmed",
    "import.finished",
  ]);
});

test("an import that nobody confirmed, and one that is finished, are left alone", async () => {
  const world = await openWorld(start, 2);
  await addImport(world, "i1", [personRow(1)], { isConfirmed: false });
  await runImport(world, "i1");
  expect(await statusOf(world, "i1")).toBe("checked");
  expect(await progressOf(world, "i1")).toMatchObject({ done: 0 });
});

test("what is missing is named", async () => {
  const world = await openWorld(start);
  const missing = { name: "RecordMissingError" };
  await expect(world.tasks.importChunk({ importId: "none", asOf: start })).rejects.toMatchObject(missing);
  await expect(world.tasks.finishImport({ importId: "none", asOf: start })).rejects.toMatchObject(missing);
});

test("rows that a person decided come last, each under the number decided and with the claims of it", async () => {
  const world = await openWorld(start, 70);
  await addCohort(world, { id: "earlier", startsOn: "2025-09-01", people: [62] });
  const typed = (n: number) => ({ ...officerOf(n), serviceNumber: `9${officerOf(n).serviceNumber}` });
  const question = (n: number) => {
    const { serviceNumber: known } = officerOf(n);
    const same = { row: personRow(n), problems: [] };
    const another = { row: personRow(n, { officer: typed(n), anotherThan: known }), problems: [] };
    return { row: n + 1, number: typed(n).serviceNumber, known, same, another };
  };
  const is = (n: number) => (n === 60 ? "leave-out" : n % 2 === 0 ? "same" : "another");
  const asked = Array.from({ length: 60 }, (_, n) => n + 4);
  await addImport(world, "i1", [personRow(1), personRow(2)], {
    questions: asked.map(question),
    samePerson: asked.map((n) => ({ row: n + 1, is: is(n) })),
  });
  expect(await runImport(world, "i1")).toEqual([1, 2, 3]);
  const progress = await progressOf(world, "i1");
  expect(progress).toMatchObject({ done: 60, created: 60 });
  expect(progress?.refused.map(({ row, code }) => [row, code])).toEqual([[63, "officer-busy"]]);
  expect(await secondmentOf(world, `i1-${officerOf(4).serviceNumber}`)).toMatchObject({ status: "planned" });
  const ofOfficer = { kind: "officer", id: typed(5).serviceNumber } as const;
  const [told] = (await loadEvents(world.store, ofOfficer)).events;
  expect(told?.change).toMatchObject({ anotherPersonThan: officerOf(5).serviceNumber });
  expect(await verifyRecord(world.store, { kind: "import", id: "i1" })).toEqual([]);
});
