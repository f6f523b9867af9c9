import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { eventKey, type Key, recordKey } from "../src/engine/keys.ts";
import { loadRecord, loadWithEvents } from "../src/engine/record.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { editItem } from "./editItem.ts";
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
  for (const line of ["one", "two", "three"]) await addLine(store, id, line);
});

const faults = () => verifyRecord(store, { kind: "secondment", id });

const edit = (key: Key, how: Parameters<typeof editItem>[2]) => editItem(store, key, how);

async function remove(key: Key): Promise<void> {
  await store.documents.send(new DeleteCommand({ TableName: store.tableName, Key: key }));
}

describe("what is edited behind the product's back is found", () => {
  test("an untouched record has no fault", async () => {
    expect(await faults()).toEqual([]);
  });

  test("a fact of the record", async () => {
    await edit(recordKey("secondment", id), ({ record }) => record.lines.pop());
    expect(await faults()).toEqual([{ version: 4, fault: "altered-record" }]);
  });

  test("a member that no schema knows", async () => {
    await edit(recordKey("secondment", id), ({ record }) => Object.assign(record, { hidden: 1 }));
    expect(await faults()).toEqual([{ version: 4, fault: "altered-record" }]);
  });

  test("the lock number beside the record", async () => {
    await edit(recordKey("secondment", id), (item) => Object.assign(item, { version: 9 }));
    expect(await faults()).toEqual([{ version: 4, fault: "altered-record" }]);
  });

  test("a record set back to an earlier state, version and head with it", async () => {
    const { Item: old } = await store.documents.send(
      new GetCommand({ TableName: store.tableName, Key: recordKey("secondment", id) }),
    );
    await addLine(store, id, "four");
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item: old }));
    expect(await faults()).toEqual([{ version: 4, fault: "missing" }]);
  });

  test("who did it, in an event", async () => {
    await edit(eventKey("secondment", id, 2), ({ event }) =>
      Object.assign(event.actor, { id: "someone-else" }),
    );
    expect(await faults()).toEqual([{ version: 2, fault: "altered-event" }]);
  });

  test("a member added to an event", async () => {
    await edit(eventKey("secondment", id, 2), ({ event }) => Object.assign(event, { hidden: 1 }));
    expect(await faults()).toEqual([{ version: 2, fault: "altered-event" }]);
  });

  test("an event that no longer parses", async () => {
    await edit(eventKey("secondment", id, 2), (item) => Object.assign(item, { event: "gone" }));
    expect(await faults()).toContainEqual({ version: 2, fault: "altered-event" });
  });

  test.each([1, 2, 4])("event %i removed", async (version) => {
    await remove(eventKey("secondment", id, version));
    expect(await faults()).toContainEqual({ version, fault: "missing" });
  });

  test("the record removed, its events left", async () => {
    await remove(recordKey("secondment", id));
    expect(await faults()).toEqual([{ version: 4, fault: "missing" }]);
    expect(await verifyRecord(store, { kind: "secondment", id: "never-was" })).toBeUndefined();
  });

  test("a chain copied from another record", async () => {
    const { Item } = await store.documents.send(
      new GetCommand({ TableName: store.tableName, Key: eventKey("secondment", id, 1) }),
    );
    const other = newLedger();
    await openLedger(store, other);
    await store.documents.send(
      new PutCommand({
        TableName: store.tableName,
        Item: { ...Item, ...eventKey("secondment", other.id, 1) },
      }),
    );
    expect(await verifyRecord(store, { kind: "secondment", id: other.id })).toContainEqual({
      version: 1,
      fault: "altered-event",
    });
  });
});

describe("a stored row that does not parse", () => {
  test("is an error that names kind and id, and shows no content", async () => {
    await edit(recordKey("secondment", id), ({ record }) => Object.assign(record, { lines: "secret" }));
    const message = new RegExp(`secondment ${id}: lines invalid_type`);
    await expect(loadRecord(store, ledgers, id)).rejects.toThrow(message);
    await expect(loadRecord(store, ledgers, id)).rejects.not.toThrow(/secret/);
    await expect(loadWithEvents(store, ledgers, id, 5)).rejects.toThrow(message);
  });

  test("an event ahead of its record stops the next change", async () => {
    const { Item } = await store.documents.send(
      new GetCommand({ TableName: store.tableName, Key: eventKey("secondment", id, 4) }),
    );
    await store.documents.send(
      new PutCommand({ TableName: store.tableName, Item: { ...Item, ...eventKey("secondment", id, 5) } }),
    );
    await expect(addLine(store, id, "four")).rejects.toThrow(`longer than its record: secondment ${id}`);
  });
});
