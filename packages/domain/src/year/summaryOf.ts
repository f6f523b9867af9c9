import { isEffective, isPending } from "../absence.ts";
import { countDays, hasProvisionalDay } from "../count/count.ts";
import { countedHalves } from "../count/countedHalves.ts";
import { dueOn } from "../nextStep.ts";
import { snapshotNow } from "../officer/correctionSteps.ts";
import { formerNames, formerNumbers, numberNow } from "../officerCorrection.ts";
import { standingRuling } from "../ruling/ruledCount.ts";
import type { Scheme } from "../scheme.ts";
import { lastDayServed, limitDaysOf, ruledTerm, type Secondment } from "../secondment.ts";
import type { Summary } from "../summary.ts";
import { isProvisional, type WorkCalendar } from "../workCalendar.ts";
import { todosOf } from "./todosOf.ts";

type Rules = { scheme: Scheme; calendar: WorkCalendar };

/** Derives the summary of a secondment; depends on the record, the scheme and the calendar, never on the day. */
export function summaryOf(secondment: Secondment, rules: Rules): Summary {
  const { sending, hostBranch, hostStation, term } = secondment;
  const officer = snapshotNow(secondment);
  const former = formerNames(secondment);
  const numbers = formerNumbers(secondment);
  const ruling = standingRuling(secondment);
  const subject = ruling ? ruledTerm(secondment) : secondment;
  const effective = secondment.absences.filter(isEffective);
  const counted = countDays(subject, effective, rules);
  const halves = countedHalves(subject, [...effective, ...secondment.absences.filter(isPending)], rules);
  const next = dueOn(secondment, rules);
  const isTermProvisional = isProvisional(rules.calendar, term.from, lastDayServed(secondment));
  return {
    id: secondment.id,
    number: numberNow(secondment),
    ...(numbers.length > 0 && { formerNumbers: numbers }),
    name: officer.name,
    ...(former.length > 0 && { former }),
    sex: officer.sex,
    born: officer.birthMonth,
    sending: [sending.code, sending.name],
    branch: [hostBranch.code, hostBranch.name],
    station: [hostStation.code, hostStation.name],
    from: term.from,
    to: lastDayServed(secondment),
    status: secondment.status,
    // What was ruled on, once it is.
    counted: ruling?.countedDays ?? counted,
    pending: halves.size / 2 - counted,
    limit: ruling?.limitDays ?? limitDaysOf(secondment, rules.scheme),
    ...(isTermProvisional && { provisional: true as const }),
    ...(isTermProvisional &&
      hasProvisionalDay(halves, rules.calendar) && { countsProvisional: true as const }),
    ...(secondment.earlyEnd?.outcome === "completed" && { completedEarly: true as const }),
    ...(next && { next }),
    todos: todosOf(secondment, rules),
  };
}
