import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import { noteKeyText, parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";
import { newestHeads } from "@dunmiao/store/audit/treeRead";
import { askAuditExport } from "@dunmiao/store/auditExport";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import type { ExportShelf } from "@dunmiao/workflow/auditExport/shelf";
import { flagFailedRecord } from "@dunmiao/workflow/failedRecords";
import { type TaskName, taskHandlers } from "@dunmiao/workflow/handlers";
import { onEvent } from "@dunmiao/workflow/onEvent";
import { expect, test } from "vitest";
import { leave, reportIn } from "../../packages/workflow/test/support/acts.ts";
import { addImport, personRow, unitRow } from "../../packages/workflow/test/support/imports.ts";
import { addNotice, dayAfter } from "../../packages/workflow/test/support/notices.ts";
import {
  addCohort,
  numbers,
  officerOf,
  openWorld,
  stationOf,
  type World,
} from "../../packages/workflow/test/support/world.ts";
import { type Grant, grants } from "../grants.ts";
import { recordingStore } from "./recordCalls.ts";
import { siteCalls } from "./siteCalls.ts";

const start = "2026-03-02";
const key = { name: "dunmiao.test", publicKey: new Uint8Array(32) };
const anchor = {
  origin: key.name,
  signers: async () => [{ key, sign: async () => new Uint8Array(64) }],
  keyText: async () => `${noteKeyText(key)}\n`,
  newest: async () => undefined,
  of: async () => [],
  keep: async () => {},
};

/** The tasks over a world, each with a client of its own that writes down what it calls. */
function recorded(world: World) {
  const calls = new Map<string, Set<string>>();
  const of = (name: string) => calls.get(name) ?? calls.set(name, new Set()).get(name) ?? new Set<string>();
  const depsOf = (name: string) => {
    const store = recordingStore(world.store.tableName, of(name));
    const started: typeof world.deps.start = async (machine) => {
      of(name).add(`start ${machine}`);
    };
    return {
      ...world.deps,
      store,
      calendar: calendarReader(store),
      start: started,
      pagesPerExecution: 1,
      anchor,
      exports: shelf,
    };
  };
  const names = Object.keys(taskHandlers(world.deps)) as TaskName[];
  const tasks = Object.fromEntries(names.map((name) => [name, taskHandlers(depsOf(name))[name]]));
  const call = async (name: TaskName, input: unknown) =>
    (await (tasks[name] as (input: unknown) => Promise<unknown>)(input)) as Record<string, never>;
  return { calls, call, depsOf };
}

/** What a grant allows, in the same words. */
function allowed({ table = [], indexes = [], starts = [] }: Grant): string[] {
  return [
    ...table,
    ...indexes.map((index) => `Query ${index}`),
    ...starts.map((machine) => `start ${machine}`),
  ].toSorted();
}

test("what the functions of the workflow call is what they may call, right by right", async () => {
  const world = await openWorld(start, 4);
  const { calls, call, depsOf } = recorded(world);
  const [one = "", two = ""] = await addCohort(world, { id: "c1", startsOn: start, people: numbers(3) });
  await progress(call, one, start);
  await reportIn(world, two);
  await leave(world, two, "2026-03-03", "2026-03-31");
  await progress(call, two, "2026-04-01");
  await progress(call, one, "2027-03-01");
  // Somebody on file may learn in pairs; who is new does not.
  await saveOfficer(world.acting(), officerOf(4));
  await addImport(world, "i1", [unitRow(2, { ...stationOf(9) }), personRow(4), personRow(9)]);
  await addNotice(world, "n1");
  await sweep(call, "2027-03-02");
  const imported = { importId: "i1", asOf: start };
  await call("importChunk", imported);
  await call("finishImport", imported);
  await recount(call, "n1", start);
  await recount(call, "n1", dayAfter(start));
  await close(call, "2027-03-03");
  world.clock.today = "2027-03-02";
  await saveOfficer(world.acting(), officerOf(5));
  await close(call, "2027-03-04");
  await exportEverything(world, call);
  while ((await call("verifyPage", { asOf: "2027-03-04" })).next === ("more" as never));
  await call("flag", { ...imported, failure: { Error: "Error", Cause: "{}" } });
  const record = {
    eventName: "MODIFY",
    dynamodb: { SequenceNumber: "1", Keys: { sk: { S: "RECORD" } } },
  } as const;
  for (const kind of ["SECONDMENT", "IMPORT", "NOTICE", "AUDIT-EXPORT"]) {
    const NewImage = { pk: { S: `${kind}#x` }, version: { N: "1" }, dueAt: { S: `${start}#x` } };
    await onEvent(depsOf("onEvent"))({
      Records: [{ ...record, dynamodb: { ...record.dynamodb, NewImage } }],
    });
  }
  await flagFailedRecord(depsOf("flagFailedRecords"), {
    dynamodb: { Keys: { pk: { S: "IMPORT#i1" }, sk: { S: "RECORD" } } },
  });
  const { site: _, ...ofWorkflow } = grants;
  const made = Object.fromEntries(
    Object.keys(ofWorkflow).map((name) => [name, [...(calls.get(name) ?? [])].toSorted()]),
  );
  expect(made).toEqual(
    Object.fromEntries(Object.entries(ofWorkflow).map(([name, grant]) => [name, allowed(grant)])),
  );
});

type Call = ReturnType<typeof recorded>["call"];

async function progress(call: Call, id: string, asOf: string): Promise<void> {
  let at: Record<string, unknown> = { kind: "secondment", id, asOf };
  for (;;) {
    const decided = await call("decide", at);
    if (decided.step === ("nothing-left" as never)) return;
    at = await call("takeStep", decided);
  }
}

async function recount(call: Call, noticeId: string, asOf: string): Promise<void> {
  let at: Record<string, unknown> = { noticeId, asOf };
  do at = await call("recountPage", at);
  while (at.next === "more");
}

/** One signature is made, by a key of the test: KMS and the archive are no calls of the table. */
async function close(call: Call, asOf: string): Promise<void> {
  for (;;) {
    const { next } = await call("closePage", { asOf });
    if (next === ("done" as never)) return;
    if (next === ("sign" as never)) await call("signDay", { asOf });
  }
}

const pieces = new Map<string, string>();
const shelf: ExportShelf = {
  keyText: async () => "key",
  verifierPage: async () => undefined,
  keep: async (_, name, text) => {
    pieces.set(name, text);
  },
  read: async function* (_, name) {
    yield new TextEncoder().encode(pieces.get(name));
  },
  seal: async (_, bytes) => {
    for await (const _chunk of bytes);
  },
  clear: async () => {},
};

/** What S3 holds is no call of the table. */
async function exportEverything(world: World, call: Call): Promise<void> {
  const scopes: readonly ExportScope[] = [
    { of: "all" },
    { of: "unit", unit: "420102" },
    { of: "cohort", cohortId: "c1" },
    { of: "officer", serviceNumber: officerOf(1).serviceNumber },
  ];
  const [newest] = await newestHeads(world.store, 1);
  const since = parseHead(parseNote(newest?.note ?? "")?.text ?? "");
  for (const scope of scopes) {
    const id = `export-${scope.of}`;
    await askAuditExport(world.acting(), { scope, purpose: "x", since }, { id });
    const input = { exportId: id, asOf: "2027-03-04" };
    while ((await call("exportPage", input)).next === ("more" as never));
    await call("sealExport", input);
  }
  await askAuditExport(world.acting(), { scope: { of: "all" }, purpose: "x", since }, { id: "gone" });
  const items = [{ kind: "audit-export", id: "gone", version: 1 }];
  await call("startProgress", { asOf: "2027-03-04", kind: "audit-export", page: 1, items });
  await call("failExport", { exportId: "gone", asOf: "2027-03-04", failure: { Error: "Error" } });
}

async function sweep(call: Call, asOf: string): Promise<void> {
  let at: Record<string, unknown> = await call("fixDay", { asOf });
  for (;;) {
    at = await call("startProgress", await call("listDue", at));
    if (at.next === "done") return;
    if (at.next === "continue") await call("continueSweep", at);
  }
}

test("what the site calls is what it may call", async () => {
  const needed = new Set<string>();
  expect(await siteCalls((tableName) => recordingStore(tableName, needed))).toEqual([]);
  expect([...needed].toSorted()).toEqual(allowed(grants.site));
});
