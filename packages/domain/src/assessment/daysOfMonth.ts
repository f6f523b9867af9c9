import { absenceShares } from "../absence/absenceShares.ts";
import { isEffective, isPending } from "../absence.ts";
import { dateOf, dayNumber } from "../calendarDate.ts";
import { countedHalves, halvesGone } from "../count/countedHalves.ts";
import type { DayRange, MonthDays } from "../count/monthDays.ts";
import { type Whose, workingHalfOf } from "../count/workingHalf.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { monthLedger } from "./monthLedger.ts";

type Subject = Pick<Secondment, "term" | "endedOn" | "absences"> & Whose;

/** The days of one month (`YYYY-MM`) of a term: those that count and those that wait, each once. */
export function monthDays(
  subject: Subject,
  month: string,
  rules: { scheme: Scheme; calendar: WorkCalendar },
): MonthDays {
  const { from, to, absences, undecided } = monthLedger(subject, month, rules);
  const { officer, corrected } = subject;
  const window = { term: { from, to }, officer, corrected };
  const isWorking = workingHalfOf(subject, rules);
  const counted = countedHalves(window, absences.filter(isEffective), rules);
  const waiting = halvesGone(countedHalves(window, absences.filter(isPending), rules), counted);
  const uncounted = absenceShares({ ...window, absences }, rules).flatMap((share) => share.uncounted);
  const ofOtherClass = uncounted.filter(({ rule }) => rule.startsWith("class-"));
  return {
    countedDays: counted.size / 2,
    counted: rangesOf(counted, window.term, isWorking),
    pendingDays: waiting.length / 2,
    pending: rangesOf(new Set(waiting), window.term, isWorking),
    otherDays: ofOtherClass.reduce((sum, { days }) => sum + days, 0),
    undecided: undecided.length,
  };
}

/** Half days as ranges; what only days off part is one. */
function rangesOf(
  halves: ReadonlySet<number>,
  { from, to }: { from: string; to: string },
  isWorking: (half: number) => boolean,
): DayRange[] {
  const runs: { first: number; last: number }[] = [];
  let isOpen = false;
  for (let half = dayNumber(from) * 2; half <= dayNumber(to) * 2 + 1; half += 1) {
    if (!isWorking(half)) continue;
    const run = isOpen ? runs.at(-1) : undefined;
    isOpen = halves.has(half);
    if (!isOpen) continue;
    if (run) run.last = half;
    else runs.push({ first: half, last: half });
  }
  return runs.map(({ first, last }) => ({
    from: dateOf(first >> 1),
    to: dateOf(last >> 1),
    ...(first % 2 === 1 && { fromHalf: "pm" as const }),
    ...(last % 2 === 0 && { toHalf: "am" as const }),
  }));
}
