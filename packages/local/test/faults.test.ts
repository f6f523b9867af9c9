import { openStore, type Store } from "@dunmiao/store/engine/client";
import { listFlags } from "@dunmiao/store/engine/flag";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { failedRecordCode, flagFailedRecords } from "@dunmiao/workflow/failedRecords";
import { onEvent } from "@dunmiao/workflow/onEvent";
import { redrive } from "@dunmiao/workflow/redrive";
import type { DynamoDBStreamEvent, SNSEvent } from "aws-lambda";
import { afterEach, expect, test } from "vitest";
import {
  addPerson,
  eventsOf,
  openWorld,
  secondmentOf,
  type World,
} from "../../workflow/test/support/world.ts";
import { openStack, type Stack } from "./workflowStack.ts";

const start = "2026-03-02";
const later = "2026-03-20";
const stacks: Stack[] = [];
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.stop();
});

async function opened(world: World, store: Store) {
  const stack = await openStack(world, { deps: { store } });
  stacks.push(stack);
  return stack;
}

type Fault = { error: string; isAfter: boolean; times: number; command?: string };

/** A second client on the world's table whose requests fail `times` times, before they are sent or after they arrived. */
function faulty({ store }: World, fault: Fault): Store & { failed: () => number } {
  const second = openStore({ tableName: store.tableName });
  let failed = 0;
  second.documents.middlewareStack.add(
    (next, context) => async (args) => {
      const isMeant = fault.command === undefined || context.commandName === `${fault.command}Command`;
      if (!isMeant || failed >= fault.times) return next(args);
      failed += 1;
      if (fault.isAfter) await next(args);
      const error = Object.assign(new Error(`injected ${fault.error}`), { name: fault.error, $metadata: {} });
      throw error;
    },
    // Inside the SDK's own retries.
    { step: "deserialize", priority: "low", name: "fault" },
  );
  return { ...second, failed: () => failed };
}

/** What a progress without any fault leaves behind. */
async function untouched(asOf: string): Promise<string[]> {
  const world = await openWorld(start, 1);
  const id = await addPerson(world, start);
  const stack = await opened(world, world.store);
  await stack.run("progress", "p", { kind: "secondment", id, asOf });
  return eventsOf(world, id);
}

test.each<[string, Fault]>([
  ["throttled reads and writes", { error: "ThrottlingException", isAfter: false, times: 3 }],
  ["throttled for longer than the SDK tries", { error: "ThrottlingException", isAfter: false, times: 7 }],
  [
    "a timeout after each of the first commits",
    { error: "TimeoutError", isAfter: true, times: 2, command: "TransactWriteItems" },
  ],
  [
    "timeouts after a commit, longer than the SDK tries",
    { error: "TimeoutError", isAfter: true, times: 6, command: "TransactWriteItems" },
  ],
  [
    "an engine that breaks in the middle",
    { error: "InternalServerError", isAfter: false, times: 4, command: "TransactWriteItems" },
  ],
])("%s: the record is whole, and as without them", async (_what, fault) => {
  const world = await openWorld(start, 1);
  const id = await addPerson(world, start);
  const store = faulty(world, fault);
  const stack = await opened(world, store);
  const run = await stack.run("progress", "p", { kind: "secondment", id, asOf: later });
  expect(run.status).toBe("SUCCEEDED");
  expect(store.failed()).toBe(fault.times);
  expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(await untouched(later));
});

test("a crash between commit and start: the next sweep starts what the change asked for", async () => {
  const world = await openWorld(start, 1);
  const id = await addPerson(world, start);
  world.clock.today = later;
  const stack = await opened(world, world.store);
  expect(stack.ended("progress")).toEqual([]);
  await stack.run("daily-sweep", "s1", { asOf: later });
  expect(stack.ended("progress").map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  const healed = await secondmentOf(world, id);
  await stack.run("daily-sweep", "s2", { asOf: later });
  expect(await secondmentOf(world, id)).toEqual(healed);
  expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
});

test("stream records that come twice and in the wrong order change nothing more", async () => {
  const world = await openWorld(start, 1);
  const id = await addPerson(world, start);
  const stack = await opened(world, world.store);
  const deliver = onEvent({ today: () => start, start: stack.start });
  const version = (n: number) => streamRecord(id, n);
  for (const versions of [
    [3, 1, 2],
    [1, 1],
    [2, 3, 3],
  ])
    expect(await deliver(eventOf(versions.map(version)))).toEqual({ batchItemFailures: [] });
  await stack.quiet();
  expect(stack.ended("progress")).toHaveLength(3);
  expect(await verifyRecord(world.store, { kind: "secondment", id })).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(await untouched(start));
});

test("a record that cannot start is reported alone, flagged for a person, and started by a redrive", async () => {
  const world = await openWorld(start, 2);
  const good = await addPerson(world, start, 1);
  const bad = await addPerson(world, start, 2);
  const started: string[] = [];
  let isBroken = true;
  const deps = {
    today: () => start,
    start: async (_machine: string, name: string) => {
      if (isBroken && name.includes(bad)) throw new Error("injected");
      started.push(name);
    },
  };
  const records = [streamRecord(good, 1, "11"), streamRecord(bad, 1, "12")];
  expect(await onEvent(deps)(eventOf(records))).toEqual({ batchItemFailures: [{ itemIdentifier: "12" }] });

  const message = JSON.stringify({
    requestContext: { condition: "RetryAttemptsExhausted" },
    DDBStreamBatchInfo: {
      streamArn: "arn",
      shardId: "shard-1",
      startSequenceNumber: "12",
      endSequenceNumber: "12",
      batchSize: 1,
    },
  });
  const read = async () => [records[1] as never];
  const told = { Records: [{ Sns: { Message: message } }] } as SNSEvent;
  await flagFailedRecords(world.deps, read)(told);
  expect(await listFlags(world.store)).toMatchObject([
    { kind: "secondment", id: bad, summary: { code: failedRecordCode } },
  ]);

  expect(await redrive(deps, message, read)).toBe("still-failing");
  isBroken = false;
  expect(await redrive(deps, message, read)).toBe("started");
  expect(started.map((name) => name.includes(bad))).toEqual([false, true]);
  const gone = async () => {
    throw Object.assign(new Error("gone"), { name: "TrimmedDataAccessException" });
  };
  expect(await redrive(deps, message, gone)).toBe("too-old");
});

function streamRecord(id: string, version: number, SequenceNumber = String(version)) {
  const NewImage = {
    pk: { S: `SECONDMENT#${id}` },
    version: { N: String(version) },
    dueAt: { S: `${start}#${id}` },
  };
  return {
    eventName: "MODIFY",
    dynamodb: { SequenceNumber, Keys: { pk: NewImage.pk, sk: { S: "RECORD" } }, NewImage },
  };
}

function eventOf(records: unknown[]): DynamoDBStreamEvent {
  return { Records: records } as DynamoDBStreamEvent;
}
