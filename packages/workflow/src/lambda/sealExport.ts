import { cloudShelf } from "../cloudShelf.ts";
import { sealExportTask } from "../tasks/exportAudit.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine export-audit: makes the file. The only function that may write one. */
export const handler = sealExportTask({ ...recordDeps(), exports: cloudShelf(process.env) });
