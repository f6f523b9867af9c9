import { isEffective } from "./absence.ts";
import type { Change } from "./change.ts";
import { replanCheckpoints } from "./checkpoint.ts";
import { countDays } from "./count.ts";
import { canonical } from "./event.ts";
import type { Scheme } from "./scheme.ts";
import { lastDayServed, type Secondment } from "./secondment.ts";
import type { Summary } from "./summary.ts";
import { summaryOf } from "./summaryOf.ts";
import type { WorkCalendar } from "./workCalendar.ts";

type Rules = { scheme: Scheme; calendar: WorkCalendar; noticeId: string; on: string };
/** A ruling keeps the calendar that it was made under (domain.md); a withdrawn secondment has no count. */
const settled = ["recognised", "not-recognised", "withdrawn"];

/**
 * Applies a newer calendar to one secondment: checkpoints that have not opened are dated anew, and one event is written
 * where anything that lists, dates or counts show changed, none where nothing did. `stored` is the summary written
 * under the calendar before.
 */
export function recountSecondment(secondment: Secondment, stored: Summary, rules: Rules): Change | undefined {
  if (settled.includes(secondment.status)) return undefined;
  const { scheme, calendar, noticeId, on } = rules;
  const checkpoints = replanCheckpoints(secondment, lastDayServed(secondment), rules);
  const fresh = summaryOf({ ...secondment, checkpoints }, rules);
  const isSamePlan = canonical(checkpoints) === canonical(secondment.checkpoints);
  if (isSamePlan && canonical(fresh) === canonical(stored)) return undefined;
  const countedDays = countDays(secondment, secondment.absences.filter(isEffective), { scheme, calendar });
  const facts = { on, calendarVersion: calendar.version, noticeId, countedDaysBefore: stored.counted };
  return {
    after: { ...secondment, checkpoints, recounted: { ...facts, version: secondment.version + 1 } },
    event: {
      type: "calendar.recounted",
      change: {
        ...facts,
        countedDays,
        provisional: fresh.provisional === true,
        ...(!isSamePlan && { dueOn: checkpoints.map((each) => each.dueOn) }),
      },
    },
  };
}
