import { accept, refuse } from "@dunmiao/domain/refusal";
import { withdrawExtension } from "@dunmiao/domain/term/requestExtension";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { loadClaims } from "../src/engine/claims.ts";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { byCohort, pageOfCohort } from "../src/engine/lists.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { anotherStore, freshStore } from "./engine.ts";
import {
  actingAs,
  askedAndHeard,
  by,
  grant,
  placeAt,
  plantCohort,
  plantStation,
  post,
  station,
  termOf,
} from "./terms.ts";

const old = "c1-100001";
const further = `${old}-x1`;
const holder = { serviceNumber: "100001", station, post };
const inTerm = "2026-08-06";
let store: Store;

beforeEach(async () => {
  store = await freshStore();
  await plantStation(store);
  await placeAt(store, await plantCohort(store, "c1", "2025-08-26"), "100001");
});

const periods = async () => {
  const { officer, post: held } = await loadClaims(store, holder);
  expect(officer.periods).toEqual(held.periods);
  return held.periods.map(({ secondmentId, from, to }) => `${secondmentId} ${from} ${to}`);
};
const chains = async (id: string) => verifyRecord(store, { kind: "secondment", id });

describe("granting a further term", () => {
  test("is one transaction: old record, new record, both claims", async () => {
    await askedAndHeard(store, old);
    expect(await periods()).toEqual([`${old} 2025-08-26 2027-02-25`]);
    const counted = countRequests(store);
    expect((await grant(store, old, inTerm)).outcome).toBe("committed");
    counted.stop();
    // The record, the calendar (whose reader is new here), both claims, and the pairs that the officer leads or is led in.
    expect(counted.requests).toEqual({ GetItem: 6, Query: 2, TransactWriteItems: 1 });
    expect(await periods()).toEqual([`${old} 2025-08-26 2026-08-25`, `${further} 2026-08-26 2027-02-25`]);
    expect((await termOf(store, old))?.extension).toMatchObject({ state: "granted", continuedBy: further });
    expect(await termOf(store, further)).toMatchObject({
      version: 1,
      status: "serving",
      continues: { id: old },
    });
    expect([await chains(old), await chains(further)]).toEqual([[], []]);
  });

  test("does first what was due: after the last day the old term waits for its ruling", async () => {
    await askedAndHeard(store, old);
    await grant(store, old, "2026-09-01");
    expect(await termOf(store, old)).toMatchObject({
      status: "awaiting-ruling",
      extension: { state: "granted", decision: { on: "2026-09-01" } },
    });
    expect((await termOf(store, further))?.term).toEqual({ from: "2026-08-26", to: "2027-02-25" });
    expect(await chains(old)).toEqual([]);
  });

  test("lists the officer twice, and pages pass over neither", async () => {
    await askedAndHeard(store, old);
    await grant(store, old, inTerm);
    const { rows } = await byCohort(store, "c1", z.unknown());
    expect(rows.map(({ id }) => id)).toEqual([old, further]);
    const first = await pageOfCohort(store, "c1", z.unknown(), { limit: 1 });
    const second = await pageOfCohort(store, "c1", z.unknown(), { limit: 1, after: first.next });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([old, further]);
  });

  test("a repeat under the same key changes nothing and gets the first answer", async () => {
    await askedAndHeard(store, old);
    const use = { actor: "approver-1", route: "POST /decide", key: "k1", bodyHash: "h1" };
    const once = { use, answer: ({ version }: { version: number }) => ({ status: 200, body: { version } }) };
    const first = await grant(store, old, inTerm, { once });
    const again = await grant(store, old, inTerm, { once });
    if (first.outcome !== "committed") throw new Error(first.outcome);
    expect(again).toMatchObject({ outcome: "repeated", answer: { body: { version: first.record.version } } });
    expect(await termOf(store, further)).toMatchObject({ version: 1 });
    const otherBody = { ...once, use: { ...use, bodyHash: "h2" } };
    expect(await grant(store, old, inTerm, { once: otherBody })).toMatchObject({
      outcome: "refused",
      refusals: [{ code: "idempotency-key-reused" }],
    });
  });

  test("by two approvers at once happens once", async () => {
    await askedAndHeard(store, old);
    const ended = await Promise.all([
      grant(store, old, inTerm),
      grant(anotherStore(store.tableName), old, inTerm, { by: "approver-2" }),
    ]);
    expect(ended.map(({ outcome }) => outcome).toSorted()).toEqual(["committed", "refused"]);
    expect(ended.find(({ outcome }) => outcome === "refused")).toMatchObject({
      refusals: [{ code: "no-open-extension" }],
    });
    expect(await periods()).toHaveLength(2);
    expect([await chains(old), await chains(further)]).toEqual([[], []]);
  });
});

describe("the next cohort at the same post", () => {
  test("is refused while a request is open, and gets in once it is withdrawn", async () => {
    const next = await plantCohort(store, "c2", "2026-08-26");
    await askedAndHeard(store, old);
    expect(await placeAt(store, next, "200001", inTerm)).toMatchObject({ refusals: [{ code: "post-busy" }] });
    await by(actingAs(store, "officer", inTerm), old, (ground) => withdrawExtension(ground, {}));
    expect(await placeAt(store, next, "200001", inTerm)).toEqual(accept("created"));
  });

  test("holds it already: the request is refused and nothing of it is stored", async () => {
    const next = await plantCohort(store, "c2", "2026-08-26");
    expect(await placeAt(store, next, "200001", inTerm)).toEqual(accept("created"));
    await expect(askedAndHeard(store, old)).rejects.toThrow("post-busy");
    expect((await termOf(store, old))?.extension).toBeUndefined();
    expect(await chains(old)).toEqual([]);
  });

  test("comes in while the officer asks: exactly one of the two holds the post", async () => {
    const next = await plantCohort(store, "c2", "2026-08-26");
    const [asked, placed] = await Promise.all([
      askedAndHeard(store, old).then(
        () => true,
        () => false,
      ),
      placeAt(anotherStore(store.tableName), next, "200001", inTerm),
    ]);
    expect(asked).toBe(!placed.ok);
    const { post: held } = await loadClaims(store, holder);
    expect(held.periods.map(({ secondmentId }) => secondmentId)).toEqual(asked ? [old] : [old, "c2-200001"]);
    expect((await termOf(store, old))?.extension !== undefined).toBe(asked);
    expect((await termOf(store, "c2-200001")) !== undefined).toBe(placed.ok);
  });

  test("takes the post between reading and writing of the grant: nothing of the grant is written", async () => {
    await askedAndHeard(store, old);
    const next = await plantCohort(store, "c2", "2026-08-26");
    const others = anotherStore(store.tableName);
    const granting = beforeItsFirstWrite(anotherStore(store.tableName), async () => {
      const officer = actingAs(others, "officer", inTerm);
      await by(officer, old, (ground) => withdrawExtension(ground, {}));
      expect(await placeAt(others, next, "200001", inTerm)).toEqual(accept("created"));
    });
    expect(await grant(granting, old, inTerm)).toMatchObject({
      outcome: "refused",
      refusals: [{ code: "no-open-extension" }],
      retries: 1,
    });
    expect(await termOf(store, further)).toBeUndefined();
    expect((await termOf(store, old))?.extension?.state).toBe("withdrawn");
    expect((await loadClaims(store, holder)).post.periods).toHaveLength(2);
    expect(await chains(old)).toEqual([]);
  });
});

/** A client on whose way to its first transaction something else happens. */
function beforeItsFirstWrite(client: Store, happens: () => Promise<void>): Store {
  let hasHappened = false;
  client.documents.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "TransactWriteItemsCommand" && !hasHappened) {
          hasHappened = true;
          await happens();
        }
        return next(args);
      },
    { step: "initialize" },
  );
  return client;
}

test("the row that planned the first term is already there, whatever became of its further term", async () => {
  const cohort = await plantCohort(store, "c1", "2025-08-26");
  await askedAndHeard(store, old);
  expect(await placeAt(store, cohort, "100001", inTerm)).toEqual(accept("already-there"));
  expect(await periods()).toEqual([`${old} 2025-08-26 2027-02-25`]);
  await grant(store, old, inTerm);
  expect(await placeAt(store, cohort, "100001", inTerm)).toEqual(accept("already-there"));
  expect(await periods()).toHaveLength(2);
});

describe("a rule that is refused after the due steps", () => {
  test("writes nothing at all", async () => {
    await askedAndHeard(store, old);
    const before = await termOf(store, old);
    const changed = await by(actingAs(store, "approver", "2026-09-01"), old, () => refuse("not-your-turn"));
    expect(changed.outcome).toBe("refused");
    expect(await termOf(store, old)).toEqual(before);
  });
});
