import type { Import, ImportOutcome, ImportRow } from "@dunmiao/domain/import/importRow";
import { secondmentId } from "@dunmiao/domain/term/planSecondment";
import * as z from "zod";
import { rowsOfChunk } from "../confirmImport.ts";
import type { Store } from "../engine/client.ts";
import { recordKey } from "../engine/keys.ts";
import type { Kind } from "../engine/kinds.ts";
import { loadEvents, loadItem } from "../engine/record.ts";
import { loadMoves, loadOutcomes, loadProblems, sumOutcomes } from "../importChunks.ts";

const figuresSchema = z.object({ done: z.int(), created: z.int(), alreadyThere: z.int() });

/**
 * What of an import does not add up: rows, problems and people moved against the sizes in the record, each outcome against its rows
 * and the records that these made, and all of them against what the last event says was done. A chunk at a time.
 */
export async function verifyImport(store: Store, record: Import): Promise<string[]> {
  const outcomes = await loadOutcomes(store, record.id);
  const faults = [...(await endFaults(store, record, outcomes)), ...(await problemFaults(store, record))];
  let total = 0;
  for (let chunk = 1; chunk <= record.chunks; chunk += 1) {
    const rows = await rowsOf(store, record, chunk);
    total += rows.length;
    const outcome = outcomes.find((each) => each.chunk === chunk);
    if (outcome) faults.push(...(await outcomeFaults(store, record, { rows, outcome, chunk })));
    else if (record.status === "finished") faults.push(`outcome-missing ${chunk}`);
  }
  return total === record.total ? faults : [...faults, "rows"];
}

type Outcomes = readonly (ImportOutcome & { chunk: number })[];

async function endFaults(store: Store, record: Import, outcomes: Outcomes): Promise<string[]> {
  const isTooMany = ({ chunk }: { chunk: number }) => record.status === "checked" || chunk > record.chunks;
  const faults = outcomes.filter(isTooMany).map(({ chunk }) => `outcome-unasked ${chunk}`);
  if (record.status !== "finished") return faults;
  const of = { kind: "import", id: record.id } as const;
  const { events } = await loadEvents(store, of, { after: record.version - 1, limit: 1 });
  const told = figuresSchema.safeParse(events[0]?.change).data;
  const { done, created, alreadyThere } = sumOutcomes(outcomes);
  const isSame = told?.done === done && told.created === created && told.alreadyThere === alreadyThere;
  return isSame ? faults : [...faults, "outcomes"];
}

async function problemFaults(store: Store, { id, errorCount, moves = 0 }: Import): Promise<string[]> {
  return [
    ...((await loadProblems(store, id)).length === errorCount ? [] : ["problems"]),
    ...((await loadMoves(store, id)).length === moves ? [] : ["moves"]),
  ];
}

/** None where they are not there: their number is compared. */
async function rowsOf(store: Store, record: Import, chunk: number): Promise<ImportRow[]> {
  try {
    return await rowsOfChunk(store, record, chunk);
  } catch {
    return [];
  }
}

type Chunk = { rows: readonly ImportRow[]; outcome: ImportOutcome; chunk: number };

async function outcomeFaults(
  store: Store,
  { cohortId }: Import,
  { rows, outcome, chunk }: Chunk,
): Promise<string[]> {
  const { done, created, alreadyThere, refused } = outcome;
  const names = new Set(refused.map(nameOf));
  const written = rows.filter((row) => !names.has(nameOf(row)));
  const isSum = done === created + alreadyThere && done === written.length;
  const isWhole = done + refused.length === rows.length;
  const faults = isSum && isWhole ? [] : [`outcome ${chunk}`];
  for (const row of written)
    for (const [kind, id] of madeBy(row, cohortId))
      if (!(await isThere(store, kind, id))) faults.push(`outcome-without-record ${chunk}: ${kind} ${id}`);
  return faults;
}

function nameOf({ sheet, sheetName = "", row }: Pick<ImportRow, "sheet" | "sheetName" | "row">): string {
  return JSON.stringify([sheet, sheetName, row]);
}

function madeBy(row: ImportRow, cohortId = ""): [Kind, string][] {
  if (row.sheet === "units") return [["unit", row.unit.code]];
  if (row.sheet === "posts") return [["post", row.id]];
  const { serviceNumber } = row.officer;
  return [
    ["officer", serviceNumber],
    ["secondment", secondmentId(cohortId, serviceNumber)],
  ];
}

async function isThere(store: Store, kind: Kind, id: string): Promise<boolean> {
  return (await loadItem(store, recordKey(kind, id), z.unknown())) !== undefined;
}
