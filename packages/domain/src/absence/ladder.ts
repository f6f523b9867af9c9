import { type Absence, type AbsenceFacts, isEffective, isPending } from "../absence.ts";
import { rungFor } from "../access.ts";
import { type HalfDays, halfDaysOf } from "../count/halfDays.ts";
import { type HalfRules, type Whose, workingHalfOf } from "../count/workingHalf.ts";
import { settingOf } from "../scheme/schemeDefaults.ts";
import type { Rung, Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";

type LadderRules = { scheme: Scheme; calendar: WorkCalendar };
type Applicant = Pick<Secondment, "absences"> & Whose;
type IsWorking = (half: number) => boolean;

/** Working days of a range by itself for one person, half days as 0.5. */
export function rangeDays(range: AbsenceFacts, whose: Whose, rules: HalfRules): number {
  return workingHalfDays(halfDaysOf(range), workingHalfOf(whose, rules)) / 2;
}

/**
 * Length in working days that decides the rung: the request with every other request that nothing but days off, or (by
 * the scheme) confirmed findings, separates, so that leave cut into pieces climbs as far as leave in one piece. Days of
 * a finding join, they add nothing. Nearly linear in the number of absences: spans are merged once.
 */
export function ladderDays(
  facts: AbsenceFacts,
  { absences: others, ...whose }: Applicant,
  rules: LadderRules,
): number {
  const own = halfDaysOf(facts);
  const leave = others.filter((each) => each.kind === "request" && (isPending(each) || isEffective(each)));
  const spans = merged([own, ...leave.map(halfDaysOf)]);
  const isWorking = workingHalfOf(whose, rules);
  const isBridge = bridging(others, rules.scheme, isWorking);
  const at = spans.findIndex((each) => each.first <= own.first && own.last <= each.last);
  const joined = (from: number, step: 1 | -1): HalfDays[] => {
    const [here, next] = [spans[from], spans[from + step]];
    if (!here || !next) return [];
    const [early, late] = step === 1 ? [here, next] : [next, here];
    return isBridge({ first: early.last + 1, last: late.first - 1 })
      ? [next, ...joined(from + step, step)]
      : [];
  };
  const chain = [...spans.slice(at, at + 1), ...joined(at, 1), ...joined(at, -1)];
  return chain.reduce((halves, span) => halves + workingHalfDays(span, isWorking), 0) / 2;
}

/** The rung that decides a request: station, branch or bureau (scheme's ladder). */
export function rungOf(
  absence: AbsenceFacts & { id?: string },
  applicant: Applicant,
  rules: LadderRules,
): Rung {
  const others = applicant.absences.filter((each) => each.id !== absence.id);
  return rungFor(ladderDays(absence, { ...applicant, absences: others }, rules), rules.scheme);
}

/** Spans that overlap or follow on each other become one; ascending. */
function merged(spans: readonly HalfDays[]): HalfDays[] {
  const whole: HalfDays[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const last = whole.at(-1);
    if (last && span.first <= last.last + 1)
      whole[whole.length - 1] = { first: last.first, last: Math.max(last.last, span.last) };
    else whole.push(span);
  }
  return whole;
}

/** Whether no half day of a gap was spent at work: each is on a day off, or of a confirmed finding that joins. */
function bridging(others: readonly Absence[], scheme: Scheme, isWorking: IsWorking) {
  const findings =
    settingOf(scheme, "findingBetweenRequests") === "breaks"
      ? []
      : merged(others.filter((each) => each.state === "confirmed").map(halfDaysOf));
  const isFound = (half: number) => findings.some(({ first, last }) => first <= half && half <= last);
  return ({ first, last }: HalfDays): boolean => {
    for (let half = first; half <= last; half += 1) if (isWorking(half) && !isFound(half)) return false;
    return true;
  };
}

function workingHalfDays(span: HalfDays, isWorking: IsWorking): number {
  let halves = 0;
  for (let half = span.first; half <= span.last; half += 1) if (isWorking(half)) halves += 1;
  return halves;
}
