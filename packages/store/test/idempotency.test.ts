import { randomUUID } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { accept, refuse } from "@dunmiao/domain/refusal";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { change } from "../src/engine/change.ts";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import type { KeyUse } from "../src/engine/idempotency.ts";
import { idempotencyKey } from "../src/engine/keys.ts";
import { loadRecord } from "../src/engine/record.ts";
import { freshStore } from "./engine.ts";
import { happened } from "./happened.ts";
import { addLine, deriveLedger, type Ledger, ledgers, newLedger, openLedger, stamp } from "./ledger.ts";

let store: Store;
let id: string;
beforeAll(async () => {
  store = await freshStore();
});
beforeEach(async () => {
  ({ id } = newLedger());
  await openLedger(store, newLedger({ id }));
});

const answer = ({ version }: Ledger) => ({ status: 201, body: { version } });
const newUse = (more: Partial<KeyUse> = {}): KeyUse => ({
  actor: "hr-1",
  route: "POST /ledgers/:id/lines",
  key: randomUUID(),
  bodyHash: "body-1",
  ...more,
});
const linesOf = async () => (await loadRecord(store, ledgers, id))?.lines;

describe("idempotency keys", () => {
  test("the same key twice is one change, and the repeat gets the first answer", async () => {
    const use = newUse();
    expect(await addLine(store, id, "one", { use, answer })).toMatchObject({ outcome: "committed" });
    await addLine(store, id, "two");
    expect(await addLine(store, id, "one", { use, answer })).toMatchObject({
      outcome: "repeated",
      answer: { status: 201, body: { version: 2 } },
    });
    expect(await linesOf()).toEqual(["one", "two"]);
  });

  test("twice at the same moment is one change too", async () => {
    const use = newUse();
    const ended = await Promise.all([1, 2, 3, 4, 5].map(() => addLine(store, id, "one", { use, answer })));
    expect(ended.map(({ outcome }) => outcome).toSorted()).toEqual([
      "committed",
      ...Array(4).fill("repeated"),
    ]);
    expect(await linesOf()).toEqual(["one"]);
  });

  test("another body under the same key is refused", async () => {
    const use = newUse();
    await addLine(store, id, "one", { use, answer });
    expect(await addLine(store, id, "other", { use: { ...use, bodyHash: "body-2" }, answer })).toMatchObject({
      outcome: "refused",
      refusals: [{ code: "idempotency-key-reused" }],
    });
    expect(await linesOf()).toEqual(["one"]);
  });

  test.each([
    ["actor", { actor: "hr-2" }],
    ["route", { route: "POST /ledgers/:id/other" }],
  ])("the same key of another %s is another key", async (_, more) => {
    const use = newUse();
    await addLine(store, id, "one", { use, answer });
    expect(await addLine(store, id, "two", { use: { ...use, ...more }, answer })).toMatchObject({
      outcome: "committed",
    });
  });

  test("parts with # cannot be moved from one to the next", () => {
    expect(idempotencyKey("a#b", "c", "d")).not.toEqual(idempotencyKey("a", "b#c", "d"));
    expect(idempotencyKey("a%23b", "c", "d")).not.toEqual(idempotencyKey("a#b", "c", "d"));
  });

  test("a repeat gets the first answer although the rule now refuses, another body is refused as reused", async () => {
    const use = newUse();
    const addOnce = (bodyHash = "body-1") =>
      change(
        store,
        {
          noun: ledgers,
          id,
          once: { use: { ...use, bodyHash }, answer },
          decide: (ledger) =>
            ledger.lines.includes("one")
              ? refuse("already-confirmed")
              : accept({
                  after: { ...ledger, lines: ["one"] },
                  event: happened("line.added"),
                  derive: deriveLedger,
                }),
        },
        stamp,
      );
    expect(await addOnce()).toMatchObject({ outcome: "committed" });
    expect(await addOnce()).toMatchObject({ outcome: "repeated", answer: { body: { version: 2 } } });
    expect(await addOnce("body-2")).toMatchObject({ refusals: [{ code: "idempotency-key-reused" }] });
  });

  test("a repeat after a conflict gets the first answer", async () => {
    const use = newUse();
    let isFirst = true;
    const slow = change(
      store,
      {
        noun: ledgers,
        id,
        once: { use, answer },
        decide: async (ledger) => {
          // While this request decides, its twin and another writer get in.
          if (isFirst) await addLine(store, id, "one", { use, answer }).then(() => addLine(store, id, "two"));
          isFirst = false;
          return accept({
            after: { ...ledger, lines: [...ledger.lines, "one"] },
            event: happened("line.added"),
            derive: deriveLedger,
          });
        },
      },
      stamp,
    );
    expect(await slow).toMatchObject({ outcome: "repeated", answer: { body: { version: 2 } }, retries: 0 });
    expect(await linesOf()).toEqual(["one", "two"]);
  });

  test("a repeated creation gets the first answer; a fresh key meets what exists", async () => {
    const ledger = newLedger();
    const use = newUse();
    expect(await openLedger(store, ledger, { once: { use, answer } })).toMatchObject({
      outcome: "committed",
    });
    expect(await openLedger(store, ledger, { once: { use, answer } })).toMatchObject({ outcome: "repeated" });
    expect(await openLedger(store, ledger, { once: { use: newUse(), answer } })).toMatchObject({
      outcome: "exists",
      record: { id: ledger.id, version: 1 },
    });
  });

  test("an expired row that the engine has not removed yet does not count", async () => {
    const use = newUse();
    const expired = {
      ...idempotencyKey(use.actor, use.route, use.key),
      bodyHash: "old",
      status: 201,
      body: {},
    };
    await store.documents.send(
      new PutCommand({
        TableName: store.tableName,
        Item: { ...expired, expiresAt: Math.floor(Date.now() / 1000) - 60 },
      }),
    );
    expect(await addLine(store, id, "one", { use, answer })).toMatchObject({ outcome: "committed" });
  });

  test("a refusal without a key costs no look at one", async () => {
    const counted = countRequests(store);
    await change(store, { noun: ledgers, id, decide: () => refuse("not-yet") }, stamp);
    expect(counted.requests).toEqual({ GetItem: 1 });
    counted.stop();
  });
});
