import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { holdDataDir } from "../src/dataDir.ts";
import { type Engine, startEngine } from "../src/engine/engine.ts";
import { startTestEngine } from "../src/engine/testEngine.ts";
import type { StreamEvent } from "../src/stream/streamDelivery.ts";
import { StreamPump, type StreamPumpOptions } from "../src/stream/streamPump.ts";
import { killFixtures, killHard, startFixture } from "./child.ts";
import { createThrowawayTable } from "./throwawayTable.ts";

let engine: Engine;
let dir = "";
let tableName = "";
let put: (pk: string) => Promise<unknown>;
let putMany: (pks: string[]) => Promise<unknown>;
const pumps: StreamPump[] = [];
const refused: string[] = [];

beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "dunmiao-test-"));
  tableName = `throwaway-${randomUUID()}`;
  ({ put, putMany } = await createThrowawayTable(engine.endpoint, tableName));
});
afterEach(async () => {
  await killFixtures();
  await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
  rmSync(dir, { recursive: true, force: true });
  expect(refused.splice(0)).toEqual([]);
});

const keysOf = (event: StreamEvent) => event.Records.map((record) => String(record.dynamodb.Keys?.pk?.S));
const names = (from: number, count: number) => Array.from({ length: count }, (_, at) => `k${from + at}`);
const numberOf = (event: StreamEvent, pk: string) =>
  event.Records.find((record) => record.dynamodb.Keys?.pk?.S === pk)?.dynamodb.SequenceNumber ?? "";

async function putAll(keys: string[]) {
  for (const key of keys) await put(key);
}

/**
 * A started pump whose handler notes what it gets; `fails` names the records to report, or throws. A pump asks a failing
 * engine without end: where its table `isThere`, the first refusal stops it, which whoever waits is told, and fails the test.
 */
function follow(
  fails: (event: StreamEvent) => string[] = () => [],
  { isThere = true, ...more }: Partial<StreamPumpOptions> & { isThere?: boolean } = {},
) {
  const batches: string[][] = [];
  const handler = async (event: StreamEvent) => {
    batches.push(keysOf(event));
    return { batchItemFailures: fails(event).map((pk) => ({ itemIdentifier: numberOf(event, pk) })) };
  };
  const onTrouble: StreamPumpOptions["onTrouble"] = (code, detail) => {
    more.onTrouble?.(code, detail);
    if (code !== "stream.unreadable" || !isThere) return;
    refused.push(detail);
    pump.stop().catch((error) => refused.push(String(error)));
  };
  const pump = new StreamPump({ tableName, dir, handler, retryDelayMs: 0, ...more, onTrouble });
  pumps.push(pump);
  pump.start();
  return { pump, batches, seen: () => batches.flat() };
}

const parked = () =>
  readFileSync(join(dir, "stream-parked.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("records come in the order written, in batches of at most the given size, shaped as Lambda shapes them", async () => {
  const events: StreamEvent[] = [];
  const handler = async (event: StreamEvent) => {
    events.push(event);
    return { batchItemFailures: [] };
  };
  const { pump } = follow(undefined, { handler, batchSize: 40 });
  await putAll(names(0, 150));
  await pump.idle();
  expect(events.flatMap(keysOf)).toEqual(names(0, 150));
  expect(Math.max(...events.map((event) => event.Records.length))).toBeLessThanOrEqual(40);
  expect(events[0]?.Records[0]).toMatchObject({
    eventName: "INSERT",
    eventSource: "aws:dynamodb",
    dynamodb: { NewImage: { pk: { S: "k0" } }, SequenceNumber: expect.stringMatching(/^\d+$/) },
  });
  expect(typeof events[0]?.Records[0]?.dynamodb.ApproximateCreationDateTime).toBe("number");
});

test("idle settles only after what was written before it has been handled", async () => {
  let handled = 0;
  const slow = Promise.withResolvers<void>();
  const handler = async (event: StreamEvent) => {
    await slow.promise;
    handled += event.Records.length;
    return { batchItemFailures: [] };
  };
  const { pump } = follow(undefined, { handler });
  await putAll(names(0, 3));
  const idle = pump.idle().then(() => handled);
  slow.resolve();
  expect(await idle).toBe(3);
});

test("idle counts what was written while the pump was looking", async () => {
  const { pump, seen } = follow(undefined, { idlePollMs: 0 });
  const missed: string[] = [];
  for (const key of names(0, 100)) {
    await put(key);
    await pump.idle();
    if (!seen().includes(key)) missed.push(key);
  }
  expect(missed).toEqual([]);
});

test("idle waits also for more than one read can return", async () => {
  for (let from = 0; from < 1_100; from += 25) await putMany(names(from, 25));
  const { pump, seen } = follow();
  await pump.idle();
  expect(new Set(seen())).toEqual(new Set(names(0, 1_100)));
});

test("a new pump goes on where the last one stopped: nothing twice, nothing lost", async () => {
  const first = follow();
  await putAll(names(0, 30));
  await first.pump.idle();
  await first.pump.stop();
  await putAll(names(30, 30));
  const second = follow();
  await second.pump.idle();
  expect([first.seen(), second.seen()]).toEqual([names(0, 30), names(30, 30)]);
});

test("after kill -9 nothing is lost, and at most what was delivered within a second comes again", async () => {
  await putAll(names(0, 60));
  const { child, lines } = await startFixture("pumpAndHang.ts", tableName, dir);
  await vi.waitFor(() => expect(lines).toHaveLength(30), 60_000);
  await killHard(child);
  const { pump, seen } = follow();
  await pump.idle();
  expect(lines.map(({ pk }) => pk)).toEqual(names(0, 30));
  const again = seen();
  expect(again).toEqual(names(60 - again.length, again.length));
  expect(again.length).toBeGreaterThanOrEqual(40);
});

test("a record that fails twice is retried from there on, in order, and the ones before it do not come again", async () => {
  await putAll(names(0, 5));
  let failures = 0;
  const { pump, batches } = follow((event) => {
    if (!keysOf(event).includes("k2") || failures === 2) return [];
    failures += 1;
    return ["k2"];
  });
  await pump.idle();
  expect(batches).toEqual([names(0, 5), names(2, 3), names(2, 3)]);
});

test("a record that keeps failing is parked after its tries and the next ones go on", async () => {
  await putAll(names(0, 5));
  const troubles: string[] = [];
  const { pump, batches } = follow((event) => keysOf(event).filter((pk) => pk === "k2"), {
    maxAttempts: 3,
    onTrouble: (code) => troubles.push(code),
  });
  await pump.idle();
  expect(batches.filter((batch) => batch.includes("k2"))).toHaveLength(3);
  expect(batches.at(-1)).toEqual(["k3", "k4"]);
  expect(parked()).toMatchObject([
    { reason: expect.any(String), record: { dynamodb: { Keys: { pk: { S: "k2" } } } } },
  ]);
  expect(troubles).toEqual(["stream.record-parked"]);
});

test("a handler that throws on one record loses that record only", async () => {
  await putAll(names(0, 5));
  const handled: string[] = [];
  const handler = async (event: StreamEvent) => {
    if (keysOf(event).includes("k2")) throw new RangeError("cannot");
    handled.push(...keysOf(event));
    return { batchItemFailures: [] };
  };
  const { pump } = follow(undefined, { handler, maxAttempts: 2 });
  await pump.idle();
  expect(handled).toEqual(["k0", "k1", "k3", "k4"]);
  expect(parked()).toMatchObject([{ reason: "RangeError: cannot" }]);
});

test("a parked record does not come again after a restart", async () => {
  await putAll(names(0, 2));
  const first = follow((event) => keysOf(event), { maxAttempts: 1 });
  await first.pump.idle();
  await first.pump.stop();
  const second = follow();
  await second.pump.idle();
  expect(second.seen()).toEqual([]);
  expect(parked()).toHaveLength(2);
});

test.each([
  ["of another stream", () => JSON.stringify({ streamArn: "arn:gone", shards: {} })],
  ["torn by a crash", () => '{"streamArn": "arn'],
])("a position %s restarts at the oldest record", async (_what, text) => {
  await putAll(names(0, 3));
  writeFileSync(join(dir, "stream-position.json"), text());
  const { pump, seen } = follow();
  await pump.idle();
  expect(seen()).toEqual(names(0, 3));
});

test("a position that the stream does not know restarts at the oldest record", async () => {
  await putAll(names(0, 3));
  const first = follow();
  await first.pump.idle();
  await first.pump.stop();
  const file = join(dir, "stream-position.json");
  const position = JSON.parse(readFileSync(file, "utf8"));
  for (const shard of Object.values<{ after: string }>(position.shards)) shard.after = "9".repeat(21);
  writeFileSync(file, JSON.stringify(position));
  const { pump, seen } = follow();
  await pump.idle();
  expect(seen()).toEqual(names(0, 3));
});

test("a pump may start before its table exists", async () => {
  const later = `throwaway-${randomUUID()}`;
  const troubles: string[] = [];
  const onTrouble = (code: string) => troubles.push(code);
  const { pump, seen } = follow(undefined, { tableName: later, isThere: false, onTrouble });
  await vi.waitFor(() => expect(troubles).toEqual(["stream.unreadable"]), 60_000);
  const table = await createThrowawayTable(engine.endpoint, later);
  await table.put("k0");
  await pump.ready;
  await pump.idle();
  expect(seen()).toEqual(["k0"]);
});

test("stopping says so to whoever waits", async () => {
  const { pump } = follow(undefined, { tableName: "never-created", isThere: false });
  const waiting = [
    expect(pump.ready).rejects.toThrow(/stopped/),
    expect(pump.idle()).rejects.toThrow(/stopped/),
  ];
  await pump.stop();
  await Promise.all(waiting);
  await expect(pump.idle()).rejects.toThrow(/stopped/);
});

test("the stream and the position outlive a restart of the engine", async () => {
  const dataDir = holdDataDir(dir);
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...environment } = process.env;
  const before = { ...process.env };
  try {
    const first = await startEngine({ dataDir, environment });
    Object.assign(process.env, first.variables);
    const table = await createThrowawayTable(first.endpoint, "kept");
    const one = follow(undefined, { tableName: "kept" });
    for (const pk of names(0, 3)) await table.put(pk);
    await one.pump.idle();
    await one.pump.stop();
    await table.put("k3");
    await first.stop();
    const second = await startEngine({ dataDir, environment });
    Object.assign(process.env, second.variables);
    const two = follow(undefined, { tableName: "kept" });
    await two.pump.idle();
    expect(two.seen()).toEqual(["k3"]);
    await two.pump.stop();
    await second.stop();
  } finally {
    Object.assign(process.env, before);
    dataDir.release();
  }
});
