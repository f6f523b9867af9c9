import { openAsBlob, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";
import type { AuditExport } from "@dunmiao/domain/auditExport";
import {
  askAuditExport,
  auditExportNoun,
  cancelAuditExport,
  listAuditExports,
} from "@dunmiao/store/auditExport";
import { StoreUnavailableError } from "@dunmiao/store/engine/outage";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { findingLine } from "@dunmiao/verifier/findings";
import { verifyExport } from "@dunmiao/verifier/verifyExport";
import { taskHandlers } from "@dunmiao/workflow/handlers";
import { beforeAll, expect, test } from "vitest";
import { lived, scratch, signer } from "../../operate/test/exportWorld.ts";
import { openEmptyWorld, type World } from "../../workflow/test/support/world.ts";
import { localExports } from "../src/exportShelf.ts";
import { machineSources } from "../src/machines/machineSources.ts";
import { allStates, watchStates } from "./statesEntered.ts";
import { openStack } from "./workflowStack.ts";

const ours = signer();
const auditor = { id: "auditor-1", role: "auditor" } as const;
const few = { records: 2, characters: 8_000_000, keys: 7 };
const asOf = "2026-03-05";
let world: World;
let definitions: ReturnType<typeof machineSources>;
let entered: Set<string>;
beforeAll(async () => {
  world = await lived(ours.anchor);
  definitions = machineSources(world.deps);
  entered = watchStates(definitions);
});

/** Exports in a directory of their own, and the tasks over them. */
function openExports() {
  const dir = scratch();
  const exports = localExports(dir, ours.anchor);
  const deps = { ...world.deps, exports: exports.shelf, exportLimits: few };
  return { dir: join(dir, "exports"), exports, deps, tasks: taskHandlers(deps) };
}

async function ask(id: string, scope: ExportScope = { of: "all" }, since = headOf("2026-03-02")) {
  const asked = await askAuditExport(world.acting(auditor), { scope, purpose: "年度审计", since }, { id });
  if (asked.outcome !== "committed") throw new Error(JSON.stringify(asked));
  return asked.record;
}

function headOf(day: string) {
  const head = parseHead(parseNote(ours.notes.get(day) ?? "")?.text ?? "");
  if (!head) throw new Error(`no head of ${day}`);
  return head;
}

async function found(id: string): Promise<AuditExport> {
  const record = await loadRecord(world.store, auditExportNoun, id);
  if (!record) throw new Error(`no export ${id}`);
  return record;
}

const eventsOf = async (id: string) =>
  (await loadEvents(world.store, { kind: "audit-export", id })).events.map(({ type }) => type);

/** The file agrees, is what the record says, and nothing else is left. */
async function expectWhole(dir: string, id: string): Promise<void> {
  const { state, seal } = await found(id);
  const blob = await openAsBlob(join(dir, `${id}.zip`));
  const verified = await verifyExport(blob, { keys: [ours.key], head: headOf("2026-03-02") });
  expect(verified.findings.map(findingLine)).toEqual([]);
  expect(verified).toMatchObject({
    records: seal?.records,
    events: seal?.events,
    manifest: { id, purpose: "年度审计" },
  });
  expect([state, seal?.bytes, seal?.extendsHeld]).toEqual(["ready", blob.size, true]);
  expect(readdirSync(dir)).toEqual([`${id}.zip`]);
  expect(await eventsOf(id)).toEqual(["audit-export.asked", "audit-export.sealed"]);
  expect(await verifyRecord(world.store, { kind: "audit-export", id })).toEqual([]);
}

test("what is asked for starts its machine, which writes page by page and seals; the record and the trail say so", async () => {
  const { dir, deps } = openExports();
  const stack = await openStack(world, { withStream: true, deps });
  try {
    await ask("e-stream");
    await stack.quiet();
    expect(stack.ended("export-audit").map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  } finally {
    await stack.stop();
  }
  await expectWhole(dir, "e-stream");
  expect((await listAuditExports(world.store)).map(({ id, state }) => [id, state])).toContainEqual([
    "e-stream",
    "ready",
  ]);
});

test.each([1, 3])("each task delivered %i times at once makes one export", async (times) => {
  const { dir, tasks } = openExports();
  const id = `e-times-${times}`;
  await ask(id);
  const input = { exportId: id, asOf };
  const all = <T>(task: (raw: unknown) => Promise<T>) =>
    Promise.all(Array.from({ length: times }, () => task(input)));
  for (let pages = 1; ; pages += 1) {
    const said = await all(tasks.exportPage);
    if (said.every(({ next }) => next === "seal")) {
      expect(pages).toBeGreaterThan(2);
      break;
    }
  }
  await all(tasks.sealExport);
  await all(tasks.sealExport);
  expect(await tasks.exportPage(input)).toMatchObject({ next: "ended" });
  await expectWhole(dir, id);
});

test("a process that is gone at any write, and comes again from the beginning, makes the same export", async () => {
  const { dir, deps } = openExports();
  await ask("e-killed");
  const input = { exportId: "e-killed", asOf };
  let left = 0;
  /** The process ends with the nth thing that it puts on the shelf, after half of it is there. */
  const dies = async <T>(act: () => Promise<T>): Promise<T> => {
    if (left === 0) throw new Error("killed");
    left -= 1;
    return act();
  };
  const { shelf } = localExports(join(dir, ".."), ours.anchor);
  const exports = {
    ...shelf,
    keep: (id: string, name: string, text: string) => dies(() => shelf.keep(id, name, text)),
    seal: (id: string, bytes: AsyncIterable<Uint8Array>) =>
      left === 0 ? shelf.seal(id, broken(bytes)) : shelf.seal(id, bytes),
  };
  const tasks = taskHandlers({ ...deps, exports });
  const run = async () => {
    while ((await tasks.exportPage(input)).next === "more");
    await tasks.sealExport(input);
  };
  for (let after = 0; (await found("e-killed")).state === "asked"; after += 2) {
    left = after;
    await run().catch((error: Error) => expect(error.message).toBe("killed"));
  }
  localExports(join(dir, ".."), ours.anchor);
  expect(readdirSync(dir).filter((name) => name.endsWith(".part"))).toEqual([]);
  const blob = await openAsBlob(join(dir, "e-killed.zip"));
  expect((await verifyExport(blob, { keys: [ours.key] })).findings.map(findingLine)).toEqual([]);
  expect(await eventsOf("e-killed")).toEqual(["audit-export.asked", "audit-export.sealed"]);
});

async function* broken(bytes: AsyncIterable<Uint8Array>) {
  for await (const chunk of bytes) {
    yield chunk;
    throw new Error("killed");
  }
}

test("one that is cancelled is not written on, leaves nothing, and is not cancelled or sealed again", async () => {
  const { dir, tasks } = openExports();
  await ask("e-cancelled", { of: "cohort", cohortId: "c1" });
  const input = { exportId: "e-cancelled", asOf };
  expect(await tasks.exportPage(input)).toMatchObject({ next: "more" });
  expect(readdirSync(dir)).toEqual(["e-cancelled"]);
  const cancel = () => cancelAuditExport(world.acting(auditor), { id: "e-cancelled" });
  expect(await cancel()).toMatchObject({ outcome: "committed", record: { state: "cancelled" } });
  expect(await cancel()).toMatchObject({ outcome: "refused", refusals: [{ code: "export-over" }] });
  expect(await tasks.exportPage(input)).toMatchObject({ next: "ended" });
  await tasks.sealExport(input);
  expect(readdirSync(dir)).toEqual([]);
  expect(await found("e-cancelled")).toMatchObject({
    state: "cancelled",
    ended: { by: { role: "auditor" } },
  });
});

test("one that cannot be written says so by the name of the error, once", async () => {
  const { dir, tasks } = openExports();
  await ask("e-failed", { of: "officer", serviceNumber: "100001" });
  const input = { exportId: "e-failed", asOf };
  await tasks.exportPage(input);
  const failure = { Error: "StoredRowError", Cause: "{}" };
  await tasks.failExport({ ...input, failure });
  await tasks.failExport({ ...input, failure: { Error: "Other" } });
  expect(await found("e-failed")).toMatchObject({ state: "failed", failure: "StoredRowError" });
  expect(await eventsOf("e-failed")).toEqual(["audit-export.asked", "audit-export.failed"]);
  expect(readdirSync(dir)).toEqual([]);
});

const failures: readonly [what: string, times: number, error: Error, state: AuditExport["state"]][] = [
  ["a shelf that takes nothing is said of the export", 1_000, new Error("no room"), "failed"],
  [
    "a store that is away fails the machine, which comes again",
    5,
    new StoreUnavailableError("away"),
    "ready",
  ],
];
test.each(failures)("%s", async (_, times, error, state) => {
  const { deps } = openExports();
  let failing = times;
  const keep: typeof deps.exports.keep = async (...piece) => {
    if (failing-- > 0) throw error;
    return deps.exports.keep(...piece);
  };
  const stack = await openStack(world, { deps: { ...deps, exports: { ...deps.exports, keep } } });
  const id = `e-kept-${state}`;
  try {
    await ask(id);
    const run = await stack.run("export-audit", id, { exportId: id, asOf });
    expect(run).toMatchObject({ status: "SUCCEEDED" });
  } finally {
    await stack.stop();
  }
  expect(await found(id)).toMatchObject({ state });
});

test("this suite has entered every state of its machine", () => {
  const own = allStates(definitions).filter((each) => each.startsWith("export-audit: "));
  expect([...entered].filter((each) => each.startsWith("export-audit: ")).toSorted()).toEqual(own);
});

const wishes: readonly [what: string, scope: ExportScope, since: object | undefined, code: string][] = [
  ["a cohort that there is not", { of: "cohort", cohortId: "c9" }, undefined, "unknown-cohort"],
  ["a unit that there is not", { of: "unit", unit: "999" }, undefined, "unknown-unit"],
  ["an officer that there is not", { of: "officer", serviceNumber: "999" }, undefined, "unknown-officer"],
  ["a period backwards", { of: "period", from: "2026-03-02", to: "2026-03-01" }, undefined, "from-after-to"],
  ["a head of somebody else", { of: "all" }, { origin: "other.test" }, "head-of-other-tree"],
];
test.each(wishes)("%s is refused", async (_, scope, change, code) => {
  const since = change && { ...headOf("2026-03-02"), ...change };
  const wish = { scope, purpose: "x", since };
  const refused = await askAuditExport(world.acting(auditor), wish, { id: "e-refused" });
  expect(refused).toMatchObject({ outcome: "refused", refusals: [{ code }] });
});

test("before a day is signed there is nothing that an export could prove", async () => {
  const empty = await openEmptyWorld("2026-03-02");
  const wish = { scope: { of: "all" }, purpose: "x", since: undefined } as const;
  const refused = await askAuditExport(empty.acting(auditor), wish, { id: "e1" });
  expect(refused).toMatchObject({ outcome: "refused", refusals: [{ code: "no-signed-day" }] });
});
