import { finishImportTask } from "../tasks/importCohort.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine import-cohort: ends the import. */
export const handler = finishImportTask(recordDeps());
