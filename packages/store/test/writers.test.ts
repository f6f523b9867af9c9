import { beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { loadRecord } from "../src/engine/record.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { anotherStore, freshStore } from "./engine.ts";
import { addLine, ledgers, newLedger, openLedger } from "./ledger.ts";

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe("many writers, one record", () => {
  test("50 parallel writers all get in and leave an unbroken chain", async () => {
    const { id } = newLedger();
    await openLedger(store, newLedger({ id }));
    const counted = countRequests(store);
    const transactions = listenForTransactions(store);
    const lines = Array.from({ length: 50 }, (_, writer) => `line ${writer}`);
    const ended = await Promise.all(lines.map((line) => addLine(store, id, line)));
    counted.stop();

    expect(ended.map(({ outcome }) => outcome)).toEqual(lines.map(() => "committed"));
    const record = await loadRecord(store, ledgers, id);
    expect(record?.lines.toSorted()).toEqual(lines.toSorted());
    expect(record?.version).toBe(51);
    expect(await verifyRecord(store, { kind: "secondment", id })).toEqual([]);

    const retries = ended.map((each) => each.retries);
    const sum = retries.reduce((total, each) => total + each, 0);
    expect(sum).toBeGreaterThan(0);
    expect(counted.requests).toEqual({ GetItem: 50 + sum, TransactWriteItems: expect.any(Number) });
    // A busy engine may refuse one in passing; it is then sent again as it was.
    expect(transactions.size).toBe(50 + sum);
  });

  test("writers in two processes' clients get in too", async () => {
    const { id } = newLedger();
    await openLedger(store, newLedger({ id }));
    const other = anotherStore(store.tableName);
    const ended = await Promise.all(
      Array.from({ length: 20 }, (_, n) => addLine(n % 2 ? store : other, id, `line ${n}`)),
    );
    expect(ended.every(({ outcome }) => outcome === "committed")).toBe(true);
    expect(await verifyRecord(store, { kind: "secondment", id })).toEqual([]);
  });

  test("the good path is one GetItem and one TransactWriteItems", async () => {
    const { id } = newLedger();
    const counted = countRequests(store, { withCapacity: true });
    await openLedger(store, newLedger({ id }));
    expect(counted.requests).toEqual({ TransactWriteItems: 1 });
    await addLine(store, id, "first");
    expect(counted.requests).toEqual({ GetItem: 1, TransactWriteItems: 2 });
    expect(counted.capacityUnits).toBeGreaterThan(4);
    counted.stop();
  });
});

/** The tokens of the transactions that this store's client sends from now on: one sent again has the same one. */
function listenForTransactions(store: Store): ReadonlySet<unknown> {
  const tokens = new Set<unknown>();
  store.documents.middlewareStack.add((next) => (args) => {
    if ("ClientRequestToken" in args.input) tokens.add(args.input.ClientRequestToken);
    return next(args);
  });
  return tokens;
}
