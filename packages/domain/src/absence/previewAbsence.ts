import { type Absence, type AbsenceFacts, isEffective, isPending } from "../absence.ts";
import { earlierOf, laterOf } from "../calendarDate.ts";
import type { Ground } from "../change.ts";
import { countDays, type Verdict, verdictOf } from "../count/count.ts";
import type { GroupHalfDay } from "../count/groupHalfDay.ts";
import { halfDaysOf } from "../count/halfDays.ts";
import { groupHalfDayOf } from "../count/workingHalf.ts";
import { accept, type Outcome } from "../refusal.ts";
import type { Rung } from "../scheme.ts";
import { lastDayServed, limitDaysOf } from "../secondment.ts";
import { isProvisional, workingDays } from "../workCalendar.ts";
import { ladderDays, rangeDays, rungOf } from "./ladder.ts";
import { checkNewAbsence, newAbsence } from "./recordAbsence.ts";

export type AbsencePreview = {
  naturalDays: number;
  workingDays: number;
  /** Days that this absence would add to the count by itself. */
  countsDays: number;
  /** The count after it, and after it with everything else that is pending. */
  countedDaysAfter: number;
  countedDaysWithPending: number;
  limitDays: number;
  verdict: Verdict;
  verdictWithPending: Verdict;
  outsideDays: number;
  /** Holidays inside the range that would have been Monday–Friday or not: name and natural days. */
  holidays: { name: string; nameEn?: string; days: number }[];
  makeUpDays: string[];
  /** Half days of the range that the officer has off as one of a group. */
  halfDaysOff: GroupHalfDay[];
  overlapping: string[];
  rung: Rung;
  ladderDays: number;
  provisional: boolean;
};

/** What recording this absence would mean, by the same rules that will count it; changes nothing. */
export function previewAbsence(ground: Ground, facts: AbsenceFacts): Outcome<AbsencePreview> {
  const checked = checkNewAbsence(ground, facts);
  if (!checked.ok) return checked;
  const { secondment, scheme, calendar } = ground;
  const limitDays = limitDaysOf(secondment, scheme);
  const absence = newAbsence(ground, facts);
  const effective = secondment.absences.filter(isEffective);
  const counted = (absences: readonly Absence[]) => countDays(secondment, absences, ground);
  const countedDaysAfter = counted([...effective, absence]);
  const countedDaysWithPending = counted([...effective, ...secondment.absences.filter(isPending), absence]);
  const range = workingDays(calendar, facts.from, facts.to);
  return accept({
    naturalDays: range.naturalDays,
    workingDays: rangeDays(facts, secondment, ground),
    countsDays: countedDaysAfter - counted(effective),
    countedDaysAfter,
    countedDaysWithPending,
    limitDays,
    verdict: verdictOf(countedDaysAfter, limitDays),
    verdictWithPending: verdictOf(countedDaysWithPending, limitDays),
    outsideDays: rangeDays(facts, secondment, ground) - insideDays(ground, facts),
    holidays: holidaysIn(range.days),
    makeUpDays: range.days.filter((day) => day.reason === "make-up").map((day) => day.date),
    halfDaysOff: halfDaysOff(ground, facts),
    overlapping: secondment.absences
      .filter(
        (each) => (isEffective(each) || isPending(each)) && each.from <= facts.to && facts.from <= each.to,
      )
      .map((each) => each.id),
    rung: rungOf(facts, secondment, ground),
    ladderDays: ladderDays(facts, secondment, ground),
    provisional:
      range.provisional || isProvisional(calendar, secondment.term.from, lastDayServed(secondment)),
  });
}

function insideDays(ground: Ground, facts: AbsenceFacts): number {
  const { secondment } = ground;
  const from = laterOf(facts.from, secondment.term.from);
  const to = earlierOf(facts.to, lastDayServed(secondment));
  const fromHalf = from === facts.from && facts.fromHalf ? { fromHalf: facts.fromHalf } : {};
  const toHalf = to === facts.to && facts.toHalf ? { toHalf: facts.toHalf } : {};
  return rangeDays({ class: facts.class, from, to, ...fromHalf, ...toHalf }, secondment, ground);
}

function halfDaysOff(ground: Ground, facts: AbsenceFacts): GroupHalfDay[] {
  const { first, last } = halfDaysOf(facts);
  const found: GroupHalfDay[] = [];
  for (let half = first; half <= last; half += 1) {
    const halfDay = groupHalfDayOf(ground.secondment, ground, half);
    if (halfDay) found.push(halfDay);
  }
  return found;
}

function holidaysIn(days: ReturnType<typeof workingDays>["days"]): AbsencePreview["holidays"] {
  const holidays = new Map<string, AbsencePreview["holidays"][number]>();
  for (const { reason, name, nameEn } of days) {
    if (reason !== "holiday" || name === undefined) continue;
    const known = holidays.get(name) ?? { name, ...(nameEn && { nameEn }), days: 0 };
    holidays.set(name, { ...known, days: known.days + 1 });
  }
  return [...holidays.values()];
}
