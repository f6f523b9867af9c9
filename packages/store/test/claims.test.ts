import { randomUUID } from "node:crypto";
import { accept } from "@dunmiao/domain/refusal";
import { beforeAll, describe, expect, test } from "vitest";
import { change, create } from "../src/engine/change.ts";
import { type Claimant, loadClaims, planClaims, planRelease } from "../src/engine/claims.ts";
import type { Store } from "../src/engine/client.ts";
import { loadRecord } from "../src/engine/record.ts";
import { freshStore } from "./engine.ts";
import { happened } from "./happened.ts";
import { deriveLedger, ledgers, newLedger, stamp } from "./ledger.ts";

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

type Term = { from: string; to: string };
const year: Term = { from: "2025-08-26", to: "2026-08-25" };

/** Plans one secondment as a noun does: claims read, rule asked, all written together. */
function plan(of: Claimant, term: Term = year, id = randomUUID(), afterReading = async () => {}) {
  const decide = async () => {
    const read = await loadClaims(store, of);
    await afterReading();
    const claims = planClaims(read, { secondmentId: id, ...term });
    if (!claims.ok) return claims;
    const event = happened("ledger.planned", term);
    return accept({ after: newLedger({ id }), event, derive: deriveLedger, claims: claims.value });
  };
  return create(store, { noun: ledgers, id, decide }, stamp);
}

const someone = (): Claimant => ({ serviceNumber: randomUUID(), station: randomUUID(), post: "挂职副所长" });

/** A place where all wait for the last of `count`; whoever comes again passes. */
function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let still = count;
  return () => {
    still -= 1;
    if (still === 0) resolve();
    return promise;
  };
}

describe("two parallel plans", () => {
  test("for one post: exactly one wins, the other is told why", async () => {
    const post = someone();
    const bothHaveRead = meeting(2);
    const others = [post, { ...post, serviceNumber: randomUUID() }];
    const ended = await Promise.all(others.map((of) => plan(of, year, randomUUID(), bothHaveRead)));
    const [winner, loser] = ended.toSorted((one, other) => one.outcome.localeCompare(other.outcome));
    expect(winner?.outcome).toBe("committed");
    expect(loser).toMatchObject({ outcome: "refused", refusals: [{ code: "post-busy" }], retries: 1 });
  });

  test("for one officer: exactly one of ten wins and nothing of the others is stored", async () => {
    const officer = someone();
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const ended = await Promise.all(
      ids.map((id, n) => plan({ ...officer, station: `station-${n}` }, year, id)),
    );
    expect(ended.filter(({ outcome }) => outcome === "committed")).toHaveLength(1);
    expect(ended.filter(({ outcome }) => outcome === "refused")).toHaveLength(9);
    const stored = await Promise.all(ids.map((id) => loadRecord(store, ledgers, id)));
    expect(stored.filter(Boolean)).toHaveLength(1);
  });

  test("for terms that follow each other: both get in", async () => {
    const of = someone();
    const ended = await Promise.all([plan(of), plan(of, { from: "2026-08-26", to: "2027-08-25" })]);
    expect(ended.map(({ outcome }) => outcome)).toEqual(["committed", "committed"]);
    expect((await loadClaims(store, of)).post).toMatchObject({
      seen: 2,
      periods: [{ from: year.from }, { from: "2026-08-26" }],
    });
  });
});

test("ending a secondment in one transaction frees officer and post", async () => {
  const of = someone();
  const id = randomUUID();
  await plan(of, year, id);
  expect(await plan(of)).toMatchObject({ outcome: "refused", refusals: [{ code: "officer-busy" }] });
  await change(
    store,
    {
      noun: ledgers,
      id,
      decide: async (after) =>
        accept({
          after,
          event: happened("ledger.withdrawn"),
          derive: deriveLedger,
          claims: planRelease(await loadClaims(store, of), id),
        }),
    },
    stamp,
  );
  expect(await plan(of)).toMatchObject({ outcome: "committed" });
});

test("a post whose name holds # is not another station's post", async () => {
  const one = await plan({ serviceNumber: randomUUID(), station: "a", post: "b#c" });
  const other = await plan({ serviceNumber: randomUUID(), station: "a#b", post: "c" });
  expect([one.outcome, other.outcome]).toEqual(["committed", "committed"]);
});
