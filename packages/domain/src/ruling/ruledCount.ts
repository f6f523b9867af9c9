import { isEffective } from "../absence.ts";
import { type Count, countDays, countOf, verdictOf } from "../count/count.ts";
import type { Ruling } from "../ruling.ts";
import type { Scheme } from "../scheme.ts";
import { ruledTerm, type Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { latestRuling } from "./rulingOf.ts";

type Rules = { scheme: Scheme; calendar: WorkCalendar };

/** The ruling that a closed year stands on; undefined while the year is open. */
export function standingRuling(secondment: Secondment): Ruling | undefined {
  const isRuled = secondment.status === "recognised" || secondment.status === "not-recognised";
  return isRuled ? latestRuling(secondment) : undefined;
}

/**
 * The count that people are shown: while the year is open the count of today; once it is ruled the days and the limit
 * that were ruled on, over the whole term that the ruling counted, also where the ruling itself cut it short.
 */
export function shownCount(secondment: Secondment, { scheme, calendar }: Rules, today: string): Count {
  const ruling = standingRuling(secondment);
  if (!ruling) return countOf(secondment, scheme, calendar, today);
  const count = countOf(ruledTerm(secondment), scheme, calendar, today);
  const { countedDays, limitDays } = ruling;
  const remainingDays = Math.max(0, limitDays - countedDays);
  return { ...count, countedDays, limitDays, remainingDays, verdict: verdictOf(countedDays, limitDays) };
}

/** A ruling and the count of its facts under a calendar that it was not made under. */
export type CalendarDifference = { ruling: Ruling; ruledDays: number; nowDays: number };

/**
 * Where the calendar in force counts a ruled year otherwise than the ruling did. A ruling keeps its calendar version
 * (domain.md): the difference is told and may reopen it, it changes nothing. One that was upheld with the difference on
 * the table stands until the count changes again.
 */
export function calendarDifference(secondment: Secondment, rules: Rules): CalendarDifference | undefined {
  const ruling = standingRuling(secondment);
  if (!ruling) return undefined;
  const nowDays = countDays(ruledTerm(secondment), secondment.absences.filter(isEffective), rules);
  if (nowDays === (ruling.upheldAtDays ?? ruling.countedDays)) return undefined;
  return { ruling, ruledDays: ruling.countedDays, nowDays };
}
