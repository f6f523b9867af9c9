import { recountPageTask } from "../tasks/recountCalendar.ts";
import { recordDeps } from "./environment.ts";

/** Task of the machine recount-calendar: recounts one page of people. */
export const handler = recountPageTask(recordDeps());
