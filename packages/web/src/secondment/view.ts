import { type Absence, isUndecided } from "@dunmiao/domain/absence";
import { absenceShares } from "@dunmiao/domain/absence/absenceShares";
import { rungOf } from "@dunmiao/domain/absence/ladder";
import { shownHandOver } from "@dunmiao/domain/handOver";
import { nextStep } from "@dunmiao/domain/nextStep";
import { remembered } from "@dunmiao/domain/remembered";
import { calendarDifference, shownCount } from "@dunmiao/domain/ruling/ruledCount";
import type { Scheme } from "@dunmiao/domain/scheme";
import { ruledTerm, type Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { todosOf } from "@dunmiao/domain/year/todosOf";

type Rules = { scheme: Scheme; calendar: WorkCalendar };

/** A secondment as JSON: the record's facts with everything computed from them today. */
export function secondmentView(secondment: Secondment, { scheme, calendar }: Rules, today: string) {
  return viewOf(secondment, scheme, calendar, today);
}

const viewOf = remembered(
  (secondment: Secondment, ...[scheme, calendar, today]: [Scheme, WorkCalendar, string]) => {
    const rules = { scheme, calendar };
    const { head: _, absences: _absences, ...facts } = secondment;
    return {
      ...facts,
      handOver: shownHandOver(facts.handOver),
      scheme: { id: rules.scheme.id, version: rules.scheme.version },
      count: shownCount(secondment, rules, today),
      calendarVersion: rules.calendar.version,
      calendarDifference: differenceView(secondment, rules),
      next: nextStep(secondment, rules, today).step,
      todos: todosOf(secondment, rules).map(([what, whose, since, due, about]) => ({
        what,
        whose,
        since,
        due,
        about,
      })),
      absences: absenceViews(secondment, rules),
    };
  },
);

/** Every absence with its part in the count: working days, days that count, and why the others do not. */
export function absenceViews(secondment: Secondment, rules: Rules) {
  const shares = absenceShares(ruledTerm(secondment), rules);
  return secondment.absences.map((absence, at) => {
    const { id: _, ...share } = shares[at] ?? {};
    return { ...absenceView(absence, secondment, rules), ...share };
  });
}

/** Days of a ruled year by its own calendar and by the one in force, where they differ. */
function differenceView(secondment: Secondment, rules: Rules) {
  const found = calendarDifference(secondment, rules);
  return found && { rulingId: found.ruling.id, ruledDays: found.ruledDays, nowDays: found.nowDays };
}

/** An absence with what a reader needs to decide on it; `seen` is the revision that a decision sends back. */
export function absenceView(absence: Absence, secondment: Secondment, rules: Rules) {
  const rung = absence.kind === "request" ? { rung: rungOf(absence, secondment, rules) } : {};
  return { ...absence, ...rung, seen: absence.revision, isUndecided: isUndecided(absence) };
}
