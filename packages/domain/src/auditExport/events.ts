import * as z from "zod";
import { exportSealSchema } from "../audit/exportSeal.ts";
import { auditExportSchema } from "../auditExport.ts";

const { scope, purpose, until, since } = auditExportSchema.shape;

/** What may happen to an audit export, each with what its event says. */
export const auditExportEvents = {
  "audit-export.asked": z.strictObject({ scope, purpose, until, since }),
  "audit-export.cancelled": z.strictObject({}),
  "audit-export.failed": z.strictObject({ reason: z.string() }),
  "audit-export.sealed": z.strictObject(exportSealSchema.shape),
} as const;
