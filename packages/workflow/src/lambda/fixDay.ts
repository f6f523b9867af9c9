import { fixDayTask } from "../tasks/sweep.ts";
import { clock } from "./clock.ts";

/** Task of the machine daily-sweep: fixes the day. */
export const handler = fixDayTask(clock);
