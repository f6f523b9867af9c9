import type { AuditExport } from "@dunmiao/domain/auditExport";
import type { ExportPage } from "@dunmiao/store/auditExportPages";

/** How much of an export is written. */
export type Written = { pages: number; records: number; events: number };

export function writtenIn(pages: readonly ExportPage[]): Written {
  const sum = (of: "records" | "events") => pages.reduce((total, page) => total + page[of], 0);
  return { pages: pages.length, records: sum("records"), events: sum("events") };
}

/** An audit export as JSON; `file` once it is ready. */
export function exportView({ head: _, ...shown }: AuditExport): object {
  return { ...shown, ...(shown.state === "ready" && { file: fileUrl(shown.id) }) };
}

export function exportUrl(id: string): string {
  return `/audit/exports/${id}`;
}

export function fileUrl(id: string): string {
  return `${exportUrl(id)}/export.zip`;
}
