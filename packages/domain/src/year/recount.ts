import { isEffective } from "../absence.ts";
import type { Change } from "../change.ts";
import { replanCheckpoints } from "../checkpoint.ts";
import { countDays } from "../count/count.ts";
import { canonical } from "../event.ts";
import { standingRuling } from "../ruling/ruledCount.ts";
import type { Scheme } from "../scheme.ts";
import { lastDayServed, ruledTerm, type Secondment } from "../secondment.ts";
import type { Summary } from "../summary.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { isSameSummary } from "./sameSummary.ts";
import { summaryOf } from "./summaryOf.ts";

type Rules = { scheme: Scheme; calendar: WorkCalendar; noticeId: string; on: string };
/** Not ruled and not to be ruled: they have no count that anything hangs on. */
const settled = ["withdrawn", "ended-early"];

/**
 * Applies a newer calendar to one secondment: checkpoints that have not opened are dated anew, and one event is written
 * where anything that lists, dates or counts show changed, none where nothing did. `stored` is the summary written
 * under the calendar before. A ruling keeps the calendar that it was made under (domain.md): of a ruled year only what
 * people have to look at changes.
 */
export function recountSecondment(secondment: Secondment, stored: Summary, rules: Rules): Change | undefined {
  if (settled.includes(secondment.status)) return undefined;
  const { scheme, calendar, noticeId, on } = rules;
  const ruling = standingRuling(secondment);
  const checkpoints = ruling
    ? secondment.checkpoints
    : replanCheckpoints(secondment, lastDayServed(secondment), rules);
  const fresh = summaryOf({ ...secondment, checkpoints }, rules);
  const isSamePlan = canonical(checkpoints) === canonical(secondment.checkpoints);
  if (isSamePlan && isSameSummary(stored, fresh)) return undefined;
  const effective = secondment.absences.filter(isEffective);
  const countedDays = countDays(ruledTerm(secondment), effective, { scheme, calendar });
  const countedDaysBefore = ruling?.countedDays ?? stored.counted;
  const facts = { on, calendarVersion: calendar.version, noticeId, countedDaysBefore };
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
