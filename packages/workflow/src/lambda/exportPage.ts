import { cloudShelf } from "../cloudShelf.ts";
import { exportPageTask } from "../tasks/exportAudit.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine export-audit: writes one page. The only function that may scan the table. */
export const handler = exportPageTask({ ...recordDeps(), exports: cloudShelf(process.env) });
