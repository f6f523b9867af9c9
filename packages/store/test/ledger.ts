import { randomUUID } from "node:crypto";
import { accept } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { type Changed, change, create, type Decided } from "../src/engine/change.ts";
import type { Store } from "../src/engine/client.ts";
import type { Answer, KeyUse } from "../src/engine/idempotency.ts";
import type { Noun } from "../src/engine/kinds.ts";
import type { Stamp } from "../src/engine/seal.ts";
import { happened } from "./happened.ts";

/** A record as simple as one can be: lines that are added. The store treats every kind alike. */
const ledgerSchema = z.object({
  id: z.string(),
  version: z.int(),
  head: z.string(),
  cohortId: z.string(),
  dueOn: z.string().optional(),
  lines: z.array(z.string()),
});
export type Ledger = z.infer<typeof ledgerSchema>;
export const ledgers: Noun<Ledger> = { kind: "secondment", schema: ledgerSchema };
export const ledgerSummarySchema = z.object({ lines: z.int() });

export const stamp: Stamp = {
  actor: { id: "hr-1", role: "hr" },
  at: "2026-03-02T01:00:00.000Z",
  on: "2026-03-02",
  calendarVersion: 3,
};

export function newLedger(facts: Partial<Ledger> = {}): Ledger {
  return { id: randomUUID(), version: 0, head: "", cohortId: "batch-1", lines: [], ...facts };
}

export function deriveLedger(ledger: Ledger) {
  const { id, cohortId, dueOn } = ledger;
  return {
    summary: { lines: ledger.lines.length },
    dueOn,
    index: {
      cohort: { id: cohortId, serviceNumber: id },
      host: { branch: "branch-1", station: `station-${id.slice(0, 1)}` },
      sending: { unit: "office-1" },
      officer: { serviceNumber: id, termFrom: "2026-03-02" },
      directory: { name: "unit" as const, sort: id },
    },
  };
}

type Once = { use: KeyUse; answer: (ledger: Ledger) => Answer };

export function openLedger(
  store: Store,
  ledger: Ledger,
  extra: Partial<Decided<Ledger>> & { once?: Once } = {},
) {
  const { once, ...more } = extra;
  const decide = () =>
    accept({ after: ledger, event: happened("ledger.opened"), derive: deriveLedger, ...more });
  return create(store, { noun: ledgers, id: ledger.id, decide, once }, stamp);
}

export function addLine(store: Store, id: string, line: string, once?: Once): Promise<Changed<Ledger>> {
  const decide = (ledger: Ledger) =>
    accept({
      after: { ...ledger, lines: [...ledger.lines, line] },
      event: happened("line.added", { line }),
      derive: deriveLedger,
    });
  return change(store, { noun: ledgers, id, decide, once }, stamp);
}
