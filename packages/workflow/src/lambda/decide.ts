import { decideTask } from "../tasks/progress.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine progress: what is next. */
export const handler = decideTask(recordDeps());
