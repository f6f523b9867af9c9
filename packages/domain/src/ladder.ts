import { type Absence, type AbsenceFacts, isEffective, isPending } from "./absence.ts";
import { rungFor } from "./access.ts";
import { dateOf } from "./calendarDate.ts";
import { halfDaysOf } from "./halfDays.ts";
import type { Rung, Scheme } from "./scheme.ts";
import { isWorkingDay, type WorkCalendar } from "./workCalendar.ts";

type Span = { first: number; last: number };

/**
 * Length in working days that decides the rung: the request with every other request that only days off separate,
 * so that leave cut into pieces climbs as far as leave in one piece.
 */
export function ladderDays(facts: AbsenceFacts, others: readonly Absence[], calendar: WorkCalendar): number {
  const spans = others
    .filter((each) => each.kind === "request" && (isPending(each) || isEffective(each)))
    .map(halfDaysOf)
    .sort((a, b) => a.first - b.first);
  let chain: Span = halfDaysOf(facts);
  for (let grown = true; grown; ) {
    grown = false;
    for (const span of spans) {
      if (within(span, chain) || !touches(span, chain, calendar)) continue;
      chain = { first: Math.min(chain.first, span.first), last: Math.max(chain.last, span.last) };
      grown = true;
    }
  }
  return workingHalfDays(chain, calendar) / 2;
}

/** The rung that decides a request: station, branch or bureau (scheme's ladder). */
export function rungOf(
  absence: AbsenceFacts & { id?: string },
  absences: readonly Absence[],
  rules: { scheme: Scheme; calendar: WorkCalendar },
): Rung {
  const others = absences.filter((each) => each.id !== absence.id);
  return rungFor(ladderDays(absence, others, rules.calendar), rules.scheme);
}

function within(inner: Span, outer: Span): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

function touches(a: Span, b: Span, calendar: WorkCalendar): boolean {
  const [early, late] = a.first <= b.first ? [a, b] : [b, a];
  return workingHalfDays({ first: early.last + 1, last: late.first - 1 }, calendar) === 0;
}

function workingHalfDays(span: Span, calendar: WorkCalendar): number {
  let halves = 0;
  for (let half = span.first; half <= span.last; half += 1)
    if (isWorkingDay(calendar, dateOf(half >> 1))) halves += 1;
  return halves;
}
