import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { exportScopeSchema } from "./audit/exportScope.ts";
import { exportHeadSchema, exportSealSchema } from "./audit/exportSeal.ts";
import { calendarDateSchema } from "./calendarDate.ts";

export const exportStates = ["asked", "ready", "cancelled", "failed"] as const;

/** Why the export is made: it stands in the manifest, too. */
export const exportPurposeSchema = z.string().trim().min(1).max(200);

const handSchema = z.object({ by: signatureSchema, on: calendarDateSchema, at: z.iso.datetime() });

/** An audit export: who asked for what and why, up to which signed head, and what came of it. */
export const auditExportSchema = z.object({
  id: z.string(),
  version: z.int().nonnegative(),
  head: z.string(),
  state: z.enum(exportStates),
  scope: exportScopeSchema,
  purpose: exportPurposeSchema,
  /** The last signed head when it was asked for: it proves the tree up to here. */
  until: exportHeadSchema,
  /** The head that the auditor holds. */
  since: exportHeadSchema.optional(),
  asked: handSchema,
  ended: handSchema.optional(),
  seal: exportSealSchema.optional(),
  /** The name of the error with which the writing failed. */
  failure: z.string().optional(),
});
export type AuditExport = z.infer<typeof auditExportSchema>;

/** Under which name the file of an export lies in the archive. */
export function archivedExport(id: string): string {
  return `exports/${id}.zip`;
}
