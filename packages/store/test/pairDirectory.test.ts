import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { PairSummary } from "@dunmiao/domain/pair/pairSummary";
import { expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { indexAttributes } from "../src/engine/indexKeys.ts";
import { recordKey } from "../src/engine/keys.ts";
import { allPairs } from "../src/pairDirectory.ts";
import { pairSummaryText } from "../src/pairSummaryText.ts";
import { freshStore } from "./engine.ts";

type Row = { id: string; version: number; at: string; status: PairSummary["status"]; summary?: unknown };

/** What a list reads of a pair, in a row so long that a few fill a page of the index. */
async function put(store: Store, { id, version, at, status, summary }: Row): Promise<void> {
  const name = "长".repeat(40_000);
  const row: PairSummary = {
    mentor: ["100001", name, "u", "u", "b"],
    apprentice: ["100002", "二", "u", "u", "b"],
    ...{
      leading: "mentor",
      focus: "casework",
      from: `2026-0${10 - Number(id)}-01`,
      to: "2026-12-31",
      status,
    },
    ...{ lacks: [], waits: [], gaps: [], unconfirmed: 0, confirm: {}, planned: "2026-01-01", open: [] },
    ...{ counts: [], kind: "session" },
  };
  const Item = {
    ...recordKey("pair", id),
    ...indexAttributes("pair", id, { directory: { name: "pair", sort: `${at}#${id}` } }),
    ...{ kind: "pair", version, summary: summary ?? pairSummaryText(row) },
  };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
}

async function read(store: Store) {
  const counted = countRequests(store);
  const pairs = await allPairs(store);
  counted.stop();
  return { pairs: pairs.map(({ id, status }) => `${id} ${status}`), requests: counted.requests };
}

const row = (id: number) => ({ id: String(id), version: 1, at: `2026-05-0${id}T08:00:00.000Z` });

test("all pairs are one Query: of more than a page only what was changed is read again", async () => {
  const store = await freshStore();
  for (const id of [1, 2, 3]) await put(store, { ...row(id), status: "active" });
  const some = ["3 active", "2 active", "1 active"];
  expect(await read(store)).toEqual({ pairs: some, requests: { Query: 1 } });
  for (const id of [4, 5, 6, 7, 8, 9]) await put(store, { ...row(id), status: "active" });
  const all = ["9 active", "8 active", "7 active", "6 active", "5 active", "4 active", ...some];
  // The first time both pages, and the place of the last.
  expect(await read(store)).toEqual({ pairs: all, requests: { Query: 2 + 1 } });
  expect(await read(store)).toEqual({ pairs: all, requests: { Query: 1 } });
  await put(store, { id: "2", version: 2, at: "2026-05-09T07:59:00.000Z", status: "completed" });
  const changed = all.with(7, "2 completed");
  expect(await read(store)).toEqual({ pairs: changed, requests: { Query: 1 } });
  expect(await read(store)).toEqual({ pairs: changed, requests: { Query: 1 } });
  // A row that nobody can read is named by whoever reads it, so that everything is read.
  await put(store, { id: "3", version: 2, at: "2026-05-09T09:00:00.000Z", status: "active", summary: "{}" });
  await expect(read(store)).rejects.toThrow();
});

test("a pair that changes between two pages is there once, as it is now", async () => {
  const store = await freshStore();
  for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await put(store, { ...row(id), status: "active" });
  const stack = store.documents.middlewareStack;
  stack.add(
    (next) => async (args) => {
      stack.remove("between");
      const page = await next(args);
      await put(store, { id: "1", version: 2, at: "2026-05-09T09:00:00.000Z", status: "completed" });
      return page;
    },
    { step: "initialize", name: "between" },
  );
  const { pairs } = await read(store);
  expect(pairs).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((id) => `${id} active`).concat("1 completed"));
  expect((await read(store)).pairs).toEqual(pairs);
});
