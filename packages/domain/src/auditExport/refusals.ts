import type { RefusalTable } from "../refusalClass.ts";

/** Audit exports. */
export const auditExportRefusals = {
  "export-gone": "missing",
  "export-not-ready": "conflict",
  "export-over": "conflict",
  "head-of-other-tree": "invalid",
  "head-not-readable": "invalid",
  "no-signed-day": "conflict",
  "paper-not-signed": "conflict",
} satisfies RefusalTable;
