import { continueSweepTask } from "../tasks/sweep.ts";
import { starterOf } from "./starting.ts";

/** Task of the machine daily-sweep: goes on as a new execution. */
export const handler = continueSweepTask({ start: starterOf("daily-sweep") });
