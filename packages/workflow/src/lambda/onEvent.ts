import { onEvent } from "../onEvent.ts";
import { clock } from "./clock.ts";
import { starterOf } from "./starting.ts";

/** Consumer of the table's stream. */
export const handler = onEvent({
  ...clock,
  start: starterOf("progress", "import-cohort", "recount-calendar", "export-audit"),
});
