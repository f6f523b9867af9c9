import { type Absence, type AbsenceFacts, isEffective, isPending } from "../absence.ts";
import { isAboveRole, isSamePerson } from "../access.ts";
import { dayNumber } from "../calendarDate.ts";
import type { Ground } from "../change.ts";
import { countDays } from "../count/count.ts";
import { anyTime, countedHalves, halvesGone } from "../count/countedHalves.ts";
import { type Refused, refuse } from "../refusal.ts";
import { doesCount } from "../scheme/classRule.ts";
import { settingOf } from "../scheme/schemeDefaults.ts";
import { ruledTerm, type Secondment } from "../secondment.ts";

/** What a change takes out of the count: days, half days as 0.5, and whether it needs evidence and another person. */
export type Lowering = { days: number; needsSecondPerson: boolean };

/**
 * What an amendment of an absence that counts, or (`after` empty) taking it back, removes from the count. Evidence
 * and another person are needed always where a counting class becomes one that does not count, for a finding, for days
 * that are past and for days that somebody above the actor approved, each also where another absence covers the same
 * days; else from the first warning on, judged by all that stands, waits and was lowered before (`daysAtStake`): small
 * acts add up.
 */
export function loweringOf(ground: Ground, before: Absence, after: readonly Absence[]): Lowering {
  const { secondment, today } = ground;
  const subject = ruledTerm(secondment);
  const own = countedHalves(subject, [before], ground);
  const kept = countedHalves(subject, after, ground);
  const gone = halvesGone(own, kept);
  const others = secondment.absences.filter((each) => each.id !== before.id && isEffective(each));
  const alsoCovered = gone.length === 0 ? new Set<number>() : countedHalves(subject, others, ground);
  const days = halvesGone(new Set(gone), alsoCovered).length / 2;
  const isAlways =
    gone.some((half) => half < dayNumber(today) * 2) ||
    (gone.length > 0 && isDecidedElsewhere(ground, before));
  const needsSecondPerson =
    isAlways || after.some((each) => turnsClass(ground, before, each)) || (days > 0 && isNearWarning(ground));
  return { days, needsSecondPerson };
}

/** A class that counts becomes one that does not. */
export function turnsClass(
  { scheme }: Pick<Ground, "scheme">,
  before: Pick<AbsenceFacts, "class">,
  after: Pick<AbsenceFacts, "class">,
): boolean {
  return doesCount(scheme, before.class) && !doesCount(scheme, after.class);
}

/** Found, or somebody of a role above the actor's approved or confirmed it, or a change of it. */
export function isDecidedElsewhere({ actor }: Pick<Ground, "actor">, { kind, decisions }: Absence): boolean {
  const isAbove = decisions.some(
    ({ act, by }) => ["approve", "confirm", "amend"].includes(act) && isAboveRole(by.role, actor.role),
  );
  return kind === "finding" || isAbove;
}

/** Whether what is at stake in this term has reached the first warning. */
export function isNearWarning(ground: Ground): boolean {
  return daysAtStake(ground) >= Math.min(...ground.scheme.warnAtDays);
}

/**
 * Days that count, wait for a decision, were carried here or were taken out before, in or beside the term: what one
 * person's next small act is judged by.
 */
export function daysAtStake(ground: Ground): number {
  const { secondment } = ground;
  const lowered = secondment.absences.reduce((sum, each) => sum + loweredBefore(ground, each), 0);
  return (
    countDays(anyTime(secondment), openAbsences(secondment), ground) +
    lowered +
    (secondment.continues?.carriedDays ?? 0)
  );
}

/** Absences that count, or would if everything undecided were decided against the officer; proposed facts among them. */
export function openAbsences({ absences }: Pick<Secondment, "absences">): Absence[] {
  const standing = absences.filter((each) => isEffective(each) || isPending(each));
  const proposed = standing.flatMap((each) => {
    const { fromHalf: _from, toHalf: _to, ...undated } = each;
    return each.proposal?.facts ? [{ ...undated, ...each.proposal.facts }] : [];
  });
  return [...standing, ...proposed];
}

/** Rows of before `loweredDays` was kept: a void took out all that it had covered, an amendment is not known any more. */
function loweredBefore(ground: Ground, absence: Absence): number {
  const known = absence.decisions.reduce((sum, { loweredDays = 0 }) => sum + loweredDays, 0);
  const isOldVoid = absence.state === "void" && absence.effective && known === 0;
  return isOldVoid ? countDays(anyTime(ground.secondment), [absence], ground) : known;
}

/** Why somebody cannot lower what is recorded about the officer and not decided yet; undefined where they can. */
export function refusedWeakening(
  ground: Ground,
  before: Absence,
  after: Absence,
  hasEvidence: boolean,
): Refused | undefined {
  const evidence = hasEvidence ? undefined : refuse("evidence-required", "evidence");
  if (turnsClass(ground, before, after)) return evidence;
  if (before.kind !== "finding" || isSamePerson(ground.actor, before.recordedBy)) return undefined;
  const always = anyTime(ground.secondment);
  const kept = countedHalves(always, [after], ground);
  if (halvesGone(countedHalves(always, [before], ground), kept).length === 0) return undefined;
  return refusedDismissal(ground, before) ?? evidence;
}

/** Whoever dismisses a finding stands no lower than who recorded it, where the scheme says so. */
export function refusedDismissal({ scheme, actor }: Ground, { recordedBy }: Absence): Refused | undefined {
  const mayAnybody = settingOf(scheme, "findingDismissedBy") === "any-second-person";
  return mayAnybody || !isAboveRole(recordedBy.role, actor.role)
    ? undefined
    : refuse("finding-of-higher-rung", undefined, { role: recordedBy.role });
}
