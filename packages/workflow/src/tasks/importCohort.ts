import type { ImportOutcome, ImportRow } from "@dunmiao/domain/importRow";
import type { PlanGround } from "@dunmiao/domain/planSecondment";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { planUnit, type Unit } from "@dunmiao/domain/unit";
import type { Acting } from "@dunmiao/store/acting";
import { cohortNoun } from "@dunmiao/store/cohort";
import { finishImport, importNoun, loadChunk, loadOutcomes, saveOutcome } from "@dunmiao/store/import";
import { placeOfficer, planGround, planOfRow, type RowResult } from "@dunmiao/store/placement";
import { loadRecord } from "@dunmiao/store/record";
import { listUnits, saveUnit } from "@dunmiao/store/unit";
import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { RecordMissingError } from "../retry.ts";

const rowsAtOnce = 8;
const inputSchema = z.object({ importId: z.string(), asOf: z.iso.date(), chunk: z.int().default(1) });

/** Writes one chunk, one transaction a row, and keeps what became of it; a chunk with an outcome is left alone. */
export function importChunkTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { importId, asOf, chunk } = inputSchema.parse(raw);
    const found = await loadRecord(deps.store, importNoun, importId);
    if (!found) throw new RecordMissingError(`no import ${importId}`);
    const next = { importId, asOf, chunk: chunk + 1, next: chunk >= found.chunks ? "finish" : "more" };
    const done = await loadOutcomes(deps.store, importId);
    if (found.status !== "confirmed" || done.some((each) => each.chunk === chunk)) return next;
    const cohort = await loadRecord(deps.store, cohortNoun, found.cohortId);
    if (!cohort) throw new RecordMissingError(`no cohort ${found.cohortId}`);
    const confirmer = found.confirmedBy ?? found.uploadedBy;
    const acting = { ...actingAs(deps, "import-cohort", asOf), actor: confirmer };
    const ground = await planGround(acting, cohort, await listUnits(deps.store));
    const rows = await loadChunk(deps.store, importId, chunk);
    await saveOutcome(deps.store, importId, chunk, await importRows(acting, rows, ground));
    return next;
  };
}

/** Ends the import when every chunk has its outcome. */
export function finishImportTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { importId, asOf } = inputSchema.parse(raw);
    await finishImport(actingAs(deps, "import-cohort", asOf), importId);
    return { importId, asOf };
  };
}

/** Units go one after the other (a parent before its child); people go several at once. */
async function importRows(
  acting: Acting,
  rows: readonly ImportRow[],
  ground: PlanGround,
): Promise<ImportOutcome> {
  const results: { row: ImportRow; outcome: Outcome<RowResult> }[] = [];
  const people = rows.filter((row) => row.sheet === "secondments");
  // Kept up to date here and not read again: the index shows a new unit a little later.
  const units = new Map(ground.units);
  for (const row of rows)
    if (row.sheet === "units") results.push({ row, outcome: await importUnit(acting, row, units) });
  for (let start = 0; start < people.length; start += rowsAtOnce) {
    const group = people.slice(start, start + rowsAtOnce);
    const place = async (row: (typeof people)[number]) => ({
      row,
      outcome: await placeOfficer(acting, planOfRow(row), { ...ground, units }),
    });
    results.push(...(await Promise.all(group.map(place))));
  }
  return outcomeOf(results);
}

async function importUnit(
  acting: Acting,
  { unit }: ImportRow & { sheet: "units" },
  units: Map<string, Unit>,
): Promise<Outcome<RowResult>> {
  const plan = planUnit(unit, units);
  if (!plan.ok) return plan;
  if (plan.value.action === "already-there") return accept("already-there");
  const saved = await saveUnit(acting, unit);
  if (saved.outcome === "refused") return { ok: false, refusals: saved.refusals };
  if (saved.outcome !== "repeated") units.set(unit.code, saved.record);
  return accept(saved.outcome === "committed" ? "created" : "already-there");
}

function outcomeOf(results: readonly { row: ImportRow; outcome: Outcome<RowResult> }[]): ImportOutcome {
  const counted: ImportOutcome = { done: 0, created: 0, alreadyThere: 0, refused: [] };
  for (const { row, outcome } of results) {
    if (outcome.ok) {
      counted.done += 1;
      counted[outcome.value === "created" ? "created" : "alreadyThere"] += 1;
      continue;
    }
    const [first] = outcome.refusals;
    const { sheet, row: number } = row;
    const { field, params } = first ?? {};
    const why = {
      code: first?.code ?? "refused",
      ...(field && { column: field }),
      ...(params && { params }),
    };
    counted.refused.push({ sheet, row: number, ...why });
  }
  return counted;
}
