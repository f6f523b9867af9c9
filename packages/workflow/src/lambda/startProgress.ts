import { startProgressTask } from "../tasks/sweep.ts";
import { starterOf } from "./starting.ts";

/** Task of the machine daily-sweep: starts the machine of everything on one page. */
export const handler = startProgressTask({
  start: starterOf(
    "progress",
    "import-cohort",
    "recount-calendar",
    "export-audit",
    "close-day",
    "verify-records",
  ),
});
