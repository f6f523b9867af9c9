import { absenceEvents } from "./absence/events.ts";
import { assessmentEvents } from "./assessment/events.ts";
import { awardEvents } from "./award/events.ts";
import { recountEvents } from "./notice/events.ts";
import { correctionEvents } from "./officer/events.ts";
import { rulingEvents } from "./ruling/events.ts";
import { termEvents } from "./term/events.ts";

/** Everything that may happen to a secondment, each type with the schema of its change. */
export const secondmentEvents = {
  ...absenceEvents,
  ...assessmentEvents,
  ...awardEvents,
  ...correctionEvents,
  ...recountEvents,
  ...rulingEvents,
  ...termEvents,
} as const;
