import { takeStepTask } from "../tasks/progress.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine progress: does one step. */
export const handler = takeStepTask(recordDeps());
