import { BatchWriteCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { commitAll } from "../src/engine/commit.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { clearFlag, listFlags, putFlag } from "../src/engine/flag.ts";
import { flagKey } from "../src/engine/keys.ts";
import { byCohort, byHost, byKind, byOfficer, bySending, due } from "../src/engine/lists.ts";
import { loadWithEvents } from "../src/engine/record.ts";
import { seal } from "../src/engine/seal.ts";
import { freshStore } from "./engine.ts";
import { happened } from "./happened.ts";
import {
  addLine,
  deriveLedger,
  type Ledger,
  ledgerSummarySchema,
  ledgers,
  newLedger,
  openLedger,
  stamp,
} from "./ledger.ts";

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

/** Stores many record items, without their events, 25 a request: lists read nothing else. */
async function openAll(all: Ledger[]): Promise<void> {
  const event = happened("ledger.opened");
  const puts = all
    .map((after) => seal({ noun: ledgers, after, event, derive: deriveLedger }, stamp))
    .map(({ recordItem }) => ({ PutRequest: { Item: recordItem } }));
  for (let at = 0; at < puts.length; at += 25) {
    const RequestItems = { [store.tableName]: puts.slice(at, at + 25) };
    const { UnprocessedItems } = await store.documents.send(new BatchWriteCommand({ RequestItems }));
    expect(UnprocessedItems ?? {}).toEqual({});
  }
}

const many = (count: number, facts: (n: number) => Partial<Ledger>) =>
  Array.from({ length: count }, (_, n) => newLedger(facts(n)));

describe("lists are one query over one partition", () => {
  test("by cohort, officer, sending unit, host branch and station, directory", async () => {
    const all = many(6, (n) => ({ id: `${n % 2}-list-${n}`, cohortId: "listed", lines: ["x"] }));
    await openAll([...all, newLedger({ id: "9-other", cohortId: "other" })]);
    const ids = all.map(({ id }) => id).toSorted();
    const counted = countRequests(store);
    const cohort = await byCohort(store, "listed", ledgerSummarySchema);
    expect(counted.requests).toEqual({ Query: 1 });
    counted.stop();
    expect(cohort.rows.map(({ id }) => id)).toEqual(ids);
    expect(cohort.rows[0]).toEqual({ kind: "secondment", id: "0-list-0", version: 1, summary: { lines: 1 } });
    const idsOf = async (list: Promise<{ rows: readonly { id: string }[] }>) =>
      (await list).rows.map(({ id }) => id);
    expect(await idsOf(byOfficer(store, "0-list-2", ledgerSummarySchema))).toEqual(["0-list-2"]);
    expect(await idsOf(bySending(store, "office-1", ledgerSummarySchema))).toEqual([...ids, "9-other"]);
    expect(await idsOf(byKind(store, "unit", ledgerSummarySchema))).toEqual([...ids, "9-other"]);
    expect(await idsOf(byHost(store, { branch: "branch-1" }, ledgerSummarySchema))).toEqual([
      ...ids,
      "9-other",
    ]);
    const station = byHost(store, { branch: "branch-1", station: "station-1" }, ledgerSummarySchema);
    expect(await idsOf(station)).toEqual(["1-list-1", "1-list-3", "1-list-5"]);
  });

  test("a summary follows its record", async () => {
    const ledger = newLedger({ cohortId: "moving" });
    await openLedger(store, ledger);
    await addLine(store, ledger.id, "one");
    await expect
      .poll(() => byCohort(store, "moving", ledgerSummarySchema))
      .toMatchObject({
        rows: [{ version: 2, summary: { lines: 1 } }],
      });
  });

  test("more than 2,500 rows are all there", async () => {
    await openAll(many(2_501, () => ({ cohortId: "huge" })));
    const { rows } = await byCohort(store, "huge", ledgerSummarySchema);
    expect(rows).toHaveLength(2_501);
  });

  test("a row that does not parse is an error that names it", async () => {
    const ledger = newLedger({ cohortId: "broken" });
    const event = happened("ledger.opened");
    const derive = (each: Ledger) => ({ ...deriveLedger(each), summary: { lines: "many" } });
    await commitAll(store, [seal({ noun: ledgers, after: ledger, event, derive }, stamp)]);
    await expect(byCohort(store, "broken", ledgerSummarySchema)).rejects.toThrow(
      `summary of secondment ${ledger.id}: lines invalid_type`,
    );
  });
});

describe("what is due", () => {
  test("comes by day, page by page, without what is due later; an item that stays due does not hold the pages", async () => {
    const days = ["2026-03-03", "2026-03-02", "2026-02-28", "2026-03-02", "2026-03-01"];
    const all = days.map((dueOn, n) => newLedger({ id: `due-${n}`, dueOn, cohortId: "due" }));
    await openAll([...all, newLedger({ id: "never-due", cohortId: "due" })]);
    const seen: string[] = [];
    let pages = 0;
    for (let after: string | undefined, more = true; more; pages += 1) {
      const page = await due(store, "secondment", "2026-03-02", { limit: 2, after });
      seen.push(...page.items.map(({ id, dueOn }) => `${dueOn} ${id}`));
      after = page.next;
      more = after !== undefined;
    }
    expect(seen).toEqual(["2026-02-28 due-2", "2026-03-01 due-4", "2026-03-02 due-1", "2026-03-02 due-3"]);
    expect(pages).toBeLessThanOrEqual(3);
    expect(await due(store, "import", "2026-03-02")).toEqual({ items: [] });
    expect(await due(store, "secondment", "2026-02-27")).toEqual({ items: [] });
    expect(await due(store, "secondment", "2026-02-27", { after: "2026-03-01#due-4" })).toEqual({
      items: [],
    });
  });

  test("a record that is no longer due leaves the list", async () => {
    const ledger = newLedger({ dueOn: "2020-01-01", id: "done" });
    await openLedger(store, ledger);
    await commitAll(store, [
      seal(
        {
          noun: ledgers,
          before: (await loadWithEvents(store, ledgers, "done", 1))?.record,
          after: newLedger({ id: "done" }),
          event: happened("ledger.closed"),
          derive: deriveLedger,
        },
        stamp,
      ),
    ]);
    await expect.poll(() => due(store, "secondment", "2020-01-01")).toEqual({ items: [] });
  });
});

describe("flags", () => {
  const flag = {
    code: "progress-failed",
    detail: "the record does not parse",
    since: "2026-03-02T01:00:00.000Z",
  };
  const handled = { by: { id: "hr-1", role: "hr" }, at: "2026-03-03T01:00:00.000Z" } as const;

  test("stand beside the record, are listed and cleared", async () => {
    const ledger = newLedger();
    const of = { kind: "secondment", id: ledger.id } as const;
    await openLedger(store, ledger);
    await putFlag(store, of, flag);
    await expect.poll(() => listFlags(store)).toEqual([{ ...of, version: 0, summary: flag }]);
    expect(await loadWithEvents(store, ledgers, ledger.id, 1)).toMatchObject({
      flag,
      events: [{ version: 1 }],
    });
    expect(await clearFlag(store, of, handled)).toBe(true);
    await expect.poll(() => listFlags(store)).toEqual([]);
    expect(await loadWithEvents(store, ledgers, ledger.id, 1)).not.toHaveProperty("flag");
  });

  test("a handled flag keeps what it was, who handled it and when; handling it again changes nothing", async () => {
    const of = { kind: "notice", id: "handled" } as const;
    expect(await clearFlag(store, of, handled)).toBe(false);
    await putFlag(store, of, flag);
    expect(await clearFlag(store, of, handled)).toBe(true);
    expect(await clearFlag(store, of, { ...handled, by: { id: "hr-2", role: "hr" } })).toBe(false);
    const Key = flagKey("notice", "handled");
    const { Item } = await store.documents.send(new GetCommand({ TableName: store.tableName, Key }));
    expect(Item).toEqual({ ...Key, kind: "notice", summary: flag, handled });
  });

  test("what fails again after somebody handled it is flagged again", async () => {
    const ledger = newLedger();
    const of = { kind: "secondment", id: ledger.id } as const;
    await openLedger(store, ledger);
    const again = { ...flag, since: "2026-03-04T01:00:00.000Z" };
    await putFlag(store, of, flag);
    await clearFlag(store, of, handled);
    await putFlag(store, of, again);
    expect(await loadWithEvents(store, ledgers, ledger.id, 1)).toMatchObject({ flag: again });
    expect(await clearFlag(store, of, handled)).toBe(true);
  });

  test("need no record", async () => {
    const of = { kind: "import", id: "never-was" } as const;
    await putFlag(store, of, flag);
    await expect.poll(() => listFlags(store)).toMatchObject([of]);
  });
});
