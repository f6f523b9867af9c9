import { importChunkTask } from "../tasks/importCohort.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine import-cohort: writes one chunk of rows. */
export const handler = importChunkTask(recordDeps());
