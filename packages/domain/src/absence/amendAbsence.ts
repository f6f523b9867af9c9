import {
  type Absence,
  type AbsenceFacts,
  authorsOf,
  type Evidence,
  factsOfAbsence,
  isEffective,
  isPending,
} from "../absence.ts";
import { kindOfClass } from "../absenceClass.ts";
import { isOwnCase, isSamePerson, standsOnRung } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import type { SecondmentEvent } from "../eventType.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { addsDays } from "./addsDays.ts";
import { type AboutAbsence, changedAbsence, decisionOf, findAbsence } from "./decision.ts";
import { rungOf } from "./ladder.ts";
import { loweringOf, refusedWeakening } from "./lowering.ts";
import { makeEffective } from "./makeEffective.ts";
import { checkAbsence } from "./recordAbsence.ts";
import { refusedMove, refusedWithdrawal } from "./withdrawal.ts";

type Undefinable<T> = { [K in keyof T]?: T[K] | undefined };
export type AmendmentInput = Undefinable<AbsenceFacts> & {
  seen?: number | undefined;
  reason: string;
  overLimit?: boolean | undefined;
};
export type VoidInput = { seen?: number | undefined; reason: string; evidence?: Evidence | undefined };

/**
 * Corrects the facts of an absence. What one person may not take out of the count alone (`loweringOf`), or adds days
 * that the actor could not approve, becomes a proposal that another person approves; everything else takes effect at
 * once. Refuses `evidence-required` also where a request that waits turns to a class that does not count.
 */
export function amendAbsence(ground: Ground, id: string, input: AmendmentInput): Outcome<Change> {
  const found = findToChange(ground, id, input.seen);
  if (!found.ok) return found;
  const absence = found.value;
  const facts = amendedFacts(absence, input);
  if (kindOfClass(facts.class) !== absence.kind) return refuse("kind-cannot-change", "class");
  const checked = checkAbsence(ground, facts);
  if (!checked.ok) return checked;
  const amended = withFacts(absence, facts);
  if (isPending(absence)) {
    const refused =
      refusedMove(ground, absence, facts) ??
      refusedWeakening(ground, absence, amended, input.evidence !== undefined);
    if (refused) return refused;
    const decisions = [...absence.decisions, decisionOf(ground, "amend", input)];
    return accept(
      changedAbsence(ground, { ...amended, decisions }, (about) => ({
        type: "absence.amended",
        change: { ...about, ...facts },
      })),
    );
  }
  const { days: loweredDays, needsSecondPerson } = loweringOf(ground, absence, [amended]);
  if (needsSecondPerson && !input.evidence) return refuse("evidence-required", "evidence");
  if (needsSecondPerson || (addsDays(absence, amended) && !mayApprove(ground, absence, amended)))
    return proposeChange(ground, absence, { act: "amend", input, facts });
  return makeEffective(ground, amended, { act: "amend", input: { ...input, loweredDays } });
}

/**
 * Takes an absence back: one that still waits only by who asked for or recorded it (others reject it by their rung, also
 * who corrected it). What one person may not take out of the count alone (`loweringOf`) is a proposal with evidence.
 */
export function voidAbsence(ground: Ground, id: string, input: VoidInput): Outcome<Change> {
  const found = findToChange(ground, id, input.seen);
  if (!found.ok) return found;
  const absence = found.value;
  if (isPending(absence) && !isSamePerson(ground.actor, absence.recordedBy))
    return refuse("not-yours-to-change");
  const refused = refusedWithdrawal(ground, absence);
  if (refused) return refused;
  const lowering = isEffective(absence) ? loweringOf(ground, absence, []) : undefined;
  const undated = input.evidence && refusedDocumentDate(input.evidence.date, ground.today, "evidence.date");
  if (undated) return undated;
  if (lowering?.needsSecondPerson) {
    if (!input.evidence) return refuse("evidence-required", "evidence");
    return proposeChange(ground, absence, { act: "void", input });
  }
  const { contest: _, ...settled } = absence;
  const decision = decisionOf(ground, "void", { ...input, loweredDays: lowering?.days });
  const decisions = [...absence.decisions, decision];
  const voided: Absence = { ...settled, state: "void", decisions };
  return accept(changedAbsence(ground, voided, (change) => ({ type: "absence.voided", change })));
}

function findToChange(ground: Ground, id: string, seen: number | undefined): Outcome<Absence> {
  const found = findAbsence(ground, id, seen);
  if (!found.ok) return found;
  const absence = found.value;
  if (!isPending(absence) && !isEffective(absence))
    return refuse("no-longer-stands", undefined, { state: absence.state });
  if (absence.proposal) return refuse("proposal-open");
  const isOwnRequest = absence.state === "requested" && isSamePerson(ground.actor, ...authorsOf(absence));
  if (!isOwnRequest && !mayTry(ground.actor, "amend-or-void")) return refuse("not-yours-to-change");
  if (!isOwnRequest && isOwnCase(ground)) return refuse("own-case");
  return accept(absence);
}

function amendedFacts(absence: Absence, input: AmendmentInput): AbsenceFacts {
  const { seen: _seen, reason: _reason, overLimit: _overLimit, ...given } = input;
  const movesDates = [given.from, given.to, given.fromHalf, given.toHalf].some((each) => each !== undefined);
  const { fromHalf, toHalf, ...whole } = factsOfAbsence(absence);
  return { ...whole, ...(movesDates ? {} : defined({ fromHalf, toHalf })), ...defined(given) };
}

function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in value) if (isPresent(value, key)) Object.assign(present, { [key]: value[key] });
  return present;
}

function isPresent<T extends object>(value: T, key: keyof T): boolean {
  return value[key] !== undefined;
}

function withFacts(absence: Absence, facts: AbsenceFacts): Absence {
  const { fromHalf: _from, toHalf: _to, ...undated } = absence;
  return { ...undated, ...facts };
}

function mayApprove(ground: Ground, before: Absence, after: Absence): boolean {
  if (isSamePerson(ground.actor, ...authorsOf(before))) return false;
  if (after.kind === "finding") return true;
  return standsOnRung(ground.actor.role, rungOf(after, ground.secondment, ground));
}

type Wish = {
  act: NonNullable<Absence["proposal"]>["act"];
  day?: string;
  input: { reason: string; evidence?: Evidence | undefined };
  facts?: AbsenceFacts;
};

/** A change that another person has to approve: it stands on the absence until then. */
export function proposeChange(ground: Ground, absence: Absence, wish: Wish): Outcome<Change> {
  const { evidence, reason } = wish.input;
  const proposal = {
    act: wish.act,
    by: signature(ground.actor),
    on: ground.today,
    reason,
    ...(evidence && { evidence }),
    ...(wish.facts && { facts: wish.facts }),
    ...(wish.day && { day: wish.day }),
  };
  const kind = wish.act === "void" ? "void" : "amend";
  const decisions = [...absence.decisions, decisionOf(ground, `propose-${kind}`, { reason, evidence })];
  const proposed: Absence = { ...absence, proposal, decisions };
  return accept(changedAbsence(ground, proposed, (about) => wishEvent(about, wish)));
}

function wishEvent(about: AboutAbsence, { act, day, facts, input: { evidence } }: Wish): SecondmentEvent {
  const said = evidence && { evidence };
  if (act === "void") return { type: "absence.void-proposed", change: { ...about, ...said } };
  const wished = { ...facts, ...(day && { takenOut: day }), ...said };
  return { type: "absence.amend-proposed", change: { ...about, ...wished } };
}
