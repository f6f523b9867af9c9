import { beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { commitAll } from "../src/engine/commit.ts";
import { itemsOf, rowsOf } from "../src/engine/indexRows.ts";
import { seal } from "../src/engine/seal.ts";
import { showingTheRest, type UnreadableRow } from "../src/engine/unreadable.ts";
import { freshStore } from "./engine.ts";
import { happened } from "./happened.ts";
import {
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

describe("rows of one reading", () => {
  const frozenSchema = ledgerSummarySchema.readonly();
  const itemsOfCohort = async (cohort: string) =>
    (await itemsOf(store, { index: "byCohort", partition: cohort })).items;

  test("are parsed once a schema, and nobody can change them", async () => {
    for (const id of ["shared-0", "shared-1"])
      await openLedger(store, newLedger({ id, cohortId: "shared", lines: ["x"] }));
    const items = await itemsOfCohort("shared");
    const rows = rowsOf(items, frozenSchema);
    expect(rows.map(({ id, summary }) => [id, summary])).toEqual([
      ["shared-0", { lines: 1 }],
      ["shared-1", { lines: 1 }],
    ]);
    expect(rowsOf(items, frozenSchema)).toBe(rows);
    const [first] = rows;
    for (const shared of [rows, first, first?.summary])
      expect(() => Object.assign(shared ?? {}, { 0: "changed" })).toThrow(TypeError);
    const asText = ledgerSummarySchema.transform(({ lines }) => `${lines} lines`);
    expect(rowsOf(items, asText).map(({ summary }) => summary)).toEqual(["1 lines", "1 lines"]);
    expect(rowsOf(items, frozenSchema)).toEqual(rows);
    expect(rowsOf(await itemsOfCohort("shared"), frozenSchema)).not.toBe(rows);
  });

  test("whose summaries could be changed are each reader's own", async () => {
    await openLedger(store, newLedger({ cohortId: "own", lines: ["x"] }));
    const items = await itemsOfCohort("own");
    const [mine] = rowsOf(items, ledgerSummarySchema);
    if (mine) mine.summary.lines = 7;
    expect(rowsOf(items, ledgerSummarySchema)[0]?.summary).toEqual({ lines: 1 });
  });

  test("name one that is damaged to each reader", async () => {
    const derive = (each: Ledger) => ({ ...deriveLedger(each), summary: { lines: "many" } });
    const event = happened("ledger.opened");
    const damaged = newLedger({ id: "damaged", cohortId: "half" });
    await openLedger(store, newLedger({ id: "whole", cohortId: "half" }));
    await commitAll(store, [seal({ noun: ledgers, after: damaged, event, derive }, stamp)]);
    const items = await itemsOfCohort("half");
    for (const _ of ["one reader", "another"]) {
      const unreadable = new Map<string, UnreadableRow>();
      const rows = showingTheRest(unreadable, () => rowsOf(items, frozenSchema));
      expect(rows.map(({ id }) => id)).toEqual(["whole"]);
      expect([...unreadable.keys()]).toEqual(["secondment damaged"]);
    }
    expect(() => rowsOf(items, frozenSchema)).toThrow("summary of secondment damaged: lines invalid_type");
  });
});
