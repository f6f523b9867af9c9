import { auditExportNoun, endAuditExport } from "@dunmiao/store/auditExport";
import { exportPages, keepExportPage } from "@dunmiao/store/auditExportPages";
import { loadRecord } from "@dunmiao/store/engine/record";
import * as z from "zod";
import { pagedParts, pieceName, writePage } from "../auditExport/page.ts";
import { sealZip } from "../auditExport/seal.ts";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { RecordMissingError, refusedChange } from "../retry.ts";

const inputSchema = z.object({ exportId: z.string(), asOf: z.iso.date() });
const failureSchema = inputSchema.extend({ failure: z.object({ Error: z.string().default("Error") }) });

/** Writes the next page; says whether there are more, everything is to be sealed, or the export has ended. */
export function exportPageTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { exportId, asOf } = inputSchema.parse(raw);
    const { record, shelf, pages } = await opened(deps, exportId);
    const next = { exportId, asOf };
    if (record.state !== "asked") {
      await shelf.clear(exportId, "all");
      return { ...next, next: "ended" };
    }
    const before = pages.at(-1);
    if (before?.isLast) return { ...next, next: "seal" };
    const of = { id: exportId, scope: record.scope, size: record.until.size };
    const page = await writePage({ store: deps.store, shelf }, of, before, deps.exportLimits);
    // Of two deliveries at the same time one counts; what the other wrote is nobody's.
    if (!(await keepExportPage(deps.store, exportId, page)))
      await shelf.clear(
        exportId,
        pagedParts.map((part) => pieceName(page.name, part)),
      );
    logger.info("A page of an export was written", {
      code: "export.page",
      exportId,
      page: page.page,
      records: page.records,
    });
    return { ...next, next: page.isLast ? "seal" : "more" };
  };
}

/** Makes the file of what was written and says so in the record; one that has ended stays as it is. */
export function sealExportTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { exportId, asOf } = inputSchema.parse(raw);
    const { record, shelf, pages } = await opened(deps, exportId);
    if (record.state === "asked") {
      const { id, scope, purpose, until, since, asked } = record;
      const written = { id, trailId: id, scope, purpose, until, since, at: asked.at };
      await end(deps, { exportId, asOf }, await sealZip({ store: deps.store, shelf }, written, pages));
    }
    await shelf.clear(exportId, "all");
    return { exportId, asOf };
  };
}

/** Says in the record that the export cannot be written, by the name of the error alone; another may be asked for. */
export function failExportTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { exportId, asOf, failure } = failureSchema.parse(raw);
    const reason = failure.Error.slice(0, 80);
    logger.warn("An export cannot be written", { code: "export.failed", exportId, error: reason });
    await end(deps, { exportId, asOf }, { reason });
    await deps.exports?.clear(exportId, "all");
    return { exportId, asOf };
  };
}

async function opened({ store, exports: shelf }: WorkflowDeps, id: string) {
  if (!shelf) throw new Error("nothing here may write exports");
  const [record, pages] = await Promise.all([loadRecord(store, auditExportNoun, id), exportPages(store, id)]);
  if (!record) throw new RecordMissingError(`no audit export ${id}`);
  return { record, shelf, pages };
}

type End = Parameters<typeof endAuditExport>[2];

async function end(deps: WorkflowDeps, { exportId, asOf }: z.infer<typeof inputSchema>, how: End) {
  const ended = await endAuditExport(actingAs(deps, "export-audit", asOf), exportId, how);
  if (ended.outcome === "refused") throw refusedChange(`audit export ${exportId}`, ended.refusals[0]?.code);
}
