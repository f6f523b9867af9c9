import { failExportTask } from "../tasks/exportAudit.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine export-audit: says that it cannot be written. */
export const handler = failExportTask(recordDeps());
