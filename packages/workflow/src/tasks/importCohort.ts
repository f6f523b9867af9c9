import { cohortNoun } from "@dunmiao/store/cohort";
import { rowsOfChunk } from "@dunmiao/store/confirmImport";
import { loadRecord } from "@dunmiao/store/engine/record";
import { finishImport, importNoun } from "@dunmiao/store/import";
import { loadOutcomes, saveOutcome } from "@dunmiao/store/importChunks";
import { planGround } from "@dunmiao/store/placement";
import { listUnits } from "@dunmiao/store/unit";
import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { RecordMissingError, refusedChange } from "../retry.ts";
import { importRows } from "./importRows.ts";

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
    const cohort = await loadRecord(deps.store, cohortNoun, found.cohortId);
    if (!cohort) throw new RecordMissingError(`no cohort ${found.cohortId}`);
    const actor = found.confirmedBy ?? found.uploadedBy;
    const acting = { ...actingAs(deps, "import-cohort", asOf), actor };
    const ground = await planGround(acting, cohort, await listUnits(deps.store));
    const outcome = await importRows(acting, await rowsOfChunk(deps.store, found, chunk), ground);
    await saveOutcome(deps.store, importId, chunk, outcome);
    const figures = { done: outcome.done, created: outcome.created, refused: outcome.refused.length };
    logger.info("Rows of an import were written", { code: "import.chunk", importId, chunk, ...figures });
    return next;
  };
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
