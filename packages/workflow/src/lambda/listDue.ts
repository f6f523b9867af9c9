import { listDueTask } from "../tasks/sweep.ts";
import { tableStore } from "./environment.ts";

/** Task of the machine daily-sweep: one page of what is due. */
export const handler = listDueTask({ store: tableStore() });
