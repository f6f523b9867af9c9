import { isEffective } from "./absence.ts";
import type { Change } from "./change.ts";
import { countDays } from "./count.ts";
import { canonical } from "./event.ts";
import type { Scheme } from "./scheme.ts";
import type { Secondment } from "./secondment.ts";
import { type Summary, summaryOf } from "./summary.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/**
 * Applies a newer calendar to one secondment: one event where anything that lists, dates or counts show changed,
 * nothing where it did not. `stored` is the summary written under the calendar before.
 */
export function recountSecondment(
  secondment: Secondment,
  stored: Summary,
  rules: { scheme: Scheme; calendar: WorkCalendar; noticeId: string; on: string },
): Change | undefined {
  const { scheme, calendar, noticeId, on } = rules;
  const fresh = summaryOf(secondment, rules);
  if (canonical(fresh) === canonical(stored)) return undefined;
  const countedDays = countDays(secondment, secondment.absences.filter(isEffective), { scheme, calendar });
  const recounted = { on, calendarVersion: calendar.version, noticeId, countedDaysBefore: stored.counted };
  return {
    after: { ...secondment, recounted },
    event: {
      type: "calendar.recounted",
      change: { ...recounted, countedDays, provisional: fresh.provisional === true },
    },
  };
}
