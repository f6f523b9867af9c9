import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { hashOfText } from "@dunmiao/domain/event";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { eventKey, type Key, recordKey } from "../src/engine/keys.ts";
import { loadEvents, loadRecord, loadWithEvents } from "../src/engine/record.ts";
import { openEvent, openRecord } from "../src/engine/storedText.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { freshStore } from "./engine.ts";
import { addLine, ledgers, newLedger, openLedger } from "./ledger.ts";

let store: Store;
let id: string;
beforeAll(async () => {
  store = await freshStore();
});
beforeEach(async () => {
  ({ id } = newLedger());
  await openLedger(store, newLedger({ id }));
  for (const line of ["one", "“二”\n"]) await addLine(store, id, line);
});

const of = () => ({ kind: "secondment", id }) as const;

async function stored(key: Key): Promise<Record<string, unknown>> {
  const request = { TableName: store.tableName, Key: key, ConsistentRead: true };
  return (await store.documents.send(new GetCommand(request))).Item ?? {};
}

/** Writes an item as it was written before records and events were kept as texts. */
async function asBefore(key: Key, open: typeof openRecord, more: string): Promise<void> {
  const { [more]: _, ...item } = open(await stored(key));
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item: item }));
}

test("what is stored is the very text that the hashes cover", async () => {
  const record = await stored(recordKey("secondment", id));
  const event = await stored(eventKey("secondment", id, 3));
  const { events } = await loadEvents(store, of());
  const last = events.at(-1);
  expect(hashOfText(String(record.record))).toBe(last?.recordHash);
  expect(record.head).toBe(last?.hash);
  expect(hashOfText(String(event.event))).toBe(event.hash);
  expect(event.hash).toBe(last?.hash);
});

test("rows of before are read, shown and verified as they are, and the next change writes the new form", async () => {
  const now = await loadWithEvents(store, ledgers, id, 9);
  await asBefore(recordKey("secondment", id), openRecord, "head");
  for (const version of [1, 2, 3]) await asBefore(eventKey("secondment", id, version), openEvent, "hash");
  expect((await stored(recordKey("secondment", id))).record).toMatchObject({
    version: 3,
    lines: expect.any(Array),
  });
  expect(await loadWithEvents(store, ledgers, id, 9)).toEqual(now);
  expect(await verifyRecord(store, of())).toEqual([]);
  await addLine(store, id, "three");
  expect(await stored(recordKey("secondment", id))).toMatchObject({
    record: expect.any(String),
    head: expect.any(String),
  });
  expect(await stored(eventKey("secondment", id, 3))).toMatchObject({ event: { version: 3 } });
  expect((await loadRecord(store, ledgers, id))?.lines).toEqual(["one", "“二”\n", "three"]);
  expect(await verifyRecord(store, of())).toEqual([]);
});

test.each(["{", "[]", "7", '"text"'])(
  "a text that holds no record is an error that names the row: %s",
  async (record) => {
    const key = recordKey("secondment", id);
    const item = { ...(await stored(key)), record };
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item: item }));
    await expect(loadRecord(store, ledgers, id)).rejects.toThrow(`does not parse: secondment ${id}`);
    expect(await verifyRecord(store, of())).toEqual([{ version: 3, fault: "altered-record" }]);
  },
);
