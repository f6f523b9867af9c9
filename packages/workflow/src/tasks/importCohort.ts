import type { Import, ImportRow } from "@dunmiao/domain/import/importRow";
import { cohortNoun } from "@dunmiao/store/cohort";
import { rowsOfChunk } from "@dunmiao/store/confirmImport";
import type { Acting } from "@dunmiao/store/engine/acting";
import { loadRecord } from "@dunmiao/store/engine/record";
import { finishImport, importNoun } from "@dunmiao/store/import";
import { loadOutcomes, saveOutcome } from "@dunmiao/store/importChunks";
import { planGround } from "@dunmiao/store/placement";
import { listUnits } from "@dunmiao/store/unit";
import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { RecordMissingError, refusedChange } from "../retry.ts";
import { importPosts, importRows } from "./importRows.ts";

const inputSchema = z.object({ importId: z.string(), asOf: z.iso.date(), chunk: z.int().default(1) });

/** Writes one chunk and keeps what became of its rows; a chunk with an outcome is left alone. */
export function importChunkTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { importId, asOf, chunk } = inputSchema.parse(raw);
    const found = await loadRecord(deps.store, importNoun, importId);
    if (!found) throw new RecordMissingError(`no import ${importId}`);
    const next = { importId, asOf, chunk: chunk + 1, next: chunk >= found.chunks ? "finish" : "more" };
    const done = await loadOutcomes(deps.store, importId);
    if (found.status !== "confirmed" || done.some((each) => each.chunk === chunk)) return next;
    const actor = found.confirmedBy ?? found.uploadedBy;
    const acting = { ...actingAs(deps, "import-cohort", asOf), actor };
    const outcome = await writeRows(acting, found, await rowsOfChunk(deps.store, found, chunk));
    await saveOutcome(deps.store, importId, chunk, outcome);
    const figures = { done: outcome.done, created: outcome.created, refused: outcome.refused.length };
    logger.info("Rows of an import were written", { code: "import.chunk", importId, chunk, ...figures });
    return next;
  };
}

async function writeRows(acting: Acting, { cohortId }: Import, rows: readonly ImportRow[]) {
  const units = await listUnits(acting.store);
  if (cohortId === undefined) return importPosts(acting, rows, units);
  const cohort = await loadRecord(acting.store, cohortNoun, cohortId);
  if (!cohort) throw new RecordMissingError(`no cohort ${cohortId}`);
  return importRows(acting, rows, await planGround(acting, cohort, units));
}

/** Ends the import when every chunk has its outcome. */
export function finishImportTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { importId, asOf } = inputSchema.parse(raw);
    const finished = await finishImport(actingAs(deps, "import-cohort", asOf), importId);
    if (finished.outcome === "refused") throw refusedChange(`import ${importId}`, finished.refusals[0]?.code);
    if (finished.outcome === "committed")
      logger.info("An import is finished", { code: "import.finished", importId });
    return { importId, asOf };
  };
}
