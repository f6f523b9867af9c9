import { closePageTask } from "../tasks/closeDay.ts";
import { tableStore } from "./environment.ts";

/** Task of the machine close-day: appends leaves. It cannot sign. */
export const handler = closePageTask({ store: tableStore() });
