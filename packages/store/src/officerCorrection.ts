import type { Ground } from "@dunmiao/domain/change";
import { inBureau, type MatterMessage } from "@dunmiao/domain/matter";
import type { Officer } from "@dunmiao/domain/officer";
import {
  type CorrectionGround,
  type OfficerChange,
  showCorrection,
  tookEffect,
} from "@dunmiao/domain/officer/correctionSteps";
import { countMoves, type JudgedTerm } from "@dunmiao/domain/officer/countMoves";
import { joinNumber } from "@dunmiao/domain/officer/mergeOfficer";
import { type Corrected, type Correction, openCorrection } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { carriedOn } from "@dunmiao/domain/term/carriedDays";
import { sealSecondmentChange } from "./changeSecondment.ts";
import { dueOfficers } from "./dueOfficers.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, type Stamp, seal } from "./engine/seal.ts";
import type { Beside, ClaimChange } from "./engine/writes.ts";
import { followMerge, followMove } from "./followMove.ts";
import { moveFacts } from "./moveFacts.ts";
import { inboxWrites } from "./notification.ts";
import { deriveOfficer, officerNoun } from "./officer.ts";
import { type OfficerTerms, termsOf } from "./officerTerms.ts";
import { rulesFor } from "./secondmentRules.ts";
import type { Units } from "./unit.ts";

export type CorrectionRequest = {
  serviceNumber: string;
  units: Units;
  /** The number that is said to be the same person's, where one is proposed. */
  into?: string;
  rule: (ground: CorrectionGround) => Outcome<OfficerChange>;
  once?: { use: KeyUse; answer: (record: Officer) => Answer } | undefined;
};

/**
 * Runs one rule on the facts of an officer. What takes effect is written with every secondment of the officer in one
 * transaction; a secondment that moved or began meanwhile makes all of it run again. Refused besides what the rule
 * refuses: `same-person-other-number` where somebody else has the new facts and was not told apart, when it is proposed
 * (at `anotherPerson`) and again when it is approved.
 */
export async function changeCorrection(
  acting: Acting,
  { serviceNumber, units, into, rule, once }: CorrectionRequest,
): Promise<Changed<Officer>> {
  const { store, actor, today } = acting;
  const stamp = stampOf(acting, await acting.calendar.current());
  const decide = async (officer: Officer): Promise<Outcome<Decided<Officer>>> => {
    const own = await termsOf(store, officer.id);
    const other = await loadOther(store, into ?? openCorrection(officer)?.into);
    const unitName = (code: string) => units.get(code)?.name;
    const moves = await movesOf(acting, own.terms);
    const changed = rule({ officer, terms: own.terms, other, moves, unitName, actor, today });
    if (!changed.ok) return changed;
    const facts = await factsOf(store, officer, changed.value);
    if (!facts.ok) return facts;
    const corrected = tookEffect(changed.value);
    const shown = corrected ? await shownOn(acting, own.terms, corrected) : accept([]);
    if (!shown.ok) return shown;
    const joined = corrected && other && joinedNumber(other.officer, { officer, corrected, stamp });
    const followed =
      joined && other
        ? await followMerge(acting, officer, other.officer)
        : await followMove(acting, officer, changed.value.after.homeUnit);
    const claims =
      joined && other ? movedToOther(own, other) : [own, other].flatMap((each) => each?.claim ?? []);
    return accept({
      ...changed.value,
      derive: deriveOfficer,
      claims: [...claims, ...followed.claims],
      together: [...shown.value, ...(joined ? [joined] : []), ...followed.sealed],
      beside: [...inboxWrites(messagesOf(changed.value, today)), ...facts.value, ...followed.beside],
    });
  };
  return change(store, { noun: officerNoun, id: serviceNumber, decide, once }, stamp);
}

/** The claims of a correction that takes effect; one that waits holds nothing yet, and is asked all the same. */
async function factsOf(
  store: Store,
  officer: Officer,
  { after, event }: OfficerChange,
): Promise<Outcome<Beside[]>> {
  const isEffect = event.type === "officer.corrected";
  if (!isEffect && event.type !== "officer.correction-proposed") return accept([]);
  const { changes = [], anotherThan = [], decidedBy } = after.corrections?.at(-1) ?? {};
  const facts = { ...officer, ...Object.fromEntries(changes.map(({ fact, to }) => [fact, to])) };
  const { alike, open, beside } = await moveFacts(store, officer, { facts, apartFrom: anotherThan });
  if (open.length === 0) return accept(isEffect ? beside : []);
  const known = alike.join("、");
  return decidedBy === undefined
    ? refuse("same-person-other-number", "anotherPerson", { known, corrected: 1 })
    : refuse("same-person-other-number", undefined, { known, approved: 1 });
}

/** What changed facts make of the counts of these secondments, by scheme and calendar of each as they are now. */
export async function movesOf(
  from: Pick<Acting, "store" | "calendar">,
  terms: readonly Secondment[],
): Promise<CorrectionGround["moves"]> {
  const judged: JudgedTerm[] = await Promise.all(
    terms.map(async (secondment) => ({ secondment, rules: await rulesFor(from, secondment) })),
  );
  return (changes) => countMoves(judged, changes);
}

type Other = OfficerTerms & { officer: Officer };

async function loadOther(store: Store, number: string | undefined): Promise<Other | undefined> {
  const officer = number === undefined ? undefined : await loadRecord(store, officerNoun, number);
  return officer && { officer, ...(await termsOf(store, officer.id)) };
}

type Joining = { officer: Officer; corrected: Corrected; stamp: Stamp };

/** The record of the number that stays, where a merge took effect. */
function joinedNumber(stays: Officer, { officer, corrected, stamp }: Joining): Sealed | undefined {
  if (corrected.into !== stays.id) return undefined;
  const joined = joinNumber(stays, officer, corrected);
  return seal({ noun: officerNoun, before: stays, ...joined, derive: deriveOfficer }, stamp);
}

/** What the duplicate held is held under the number that stays: no further term overlaps with it. */
function movedToOther(own: OfficerTerms, other: OfficerTerms): ClaimChange[] {
  const periods = [...other.claim.periods, ...own.claim.periods].toSorted((one, another) =>
    one.from < another.from ? -1 : 1,
  );
  return [
    { ...own.claim, periods: [] },
    { ...other.claim, periods },
  ];
}

/** Every secondment with the correction beside what it was made under. */
async function shownOn(
  acting: Acting,
  terms: readonly Secondment[],
  corrected: Corrected,
): Promise<Outcome<Sealed[]>> {
  const sealed: Sealed<Secondment>[] = [];
  for (const { id, continues } of terms) {
    const before = sealed.find(({ record }) => record.id === continues?.id)?.record;
    const rules = before && (await rulesFor(acting, before));
    const rule = ({ secondment, today }: Ground) => {
      const handedOn = before && rules && carriedOn(before, secondment, { ...rules, today });
      return accept(showCorrection(secondment, corrected, handedOn));
    };
    // A term is not moved on by a correction of its officer: the workflow takes its steps itself.
    const each = await sealSecondmentChange(acting, { id, rule, leaveDueSteps: true });
    if (!each.ok) return each;
    sealed.push(each.value.sealed);
  }
  return accept(sealed);
}

/** The approver hears of what waits, HR and the officer of what was decided. */
function messagesOf({ after }: OfficerChange, on: string): MatterMessage[] {
  const last = after.corrections?.at(-1);
  const matter = { kind: "correction" as const, id: after.id, label: `${after.name} ${after.id}` };
  const isMerge = last?.into !== undefined;
  if (last?.state === "open")
    return [{ matter, on, code: isMerge ? "merge-waits" : "correction-waits", to: inBureau("approver") }];
  if (last?.state !== "effective" && last?.state !== "rejected") return [];
  const to = [...inBureau("hr"), { role: "officer" as const, unit: after.mergedInto ?? after.id }];
  return [{ matter, on, code: isMerge ? "merge-decided" : "correction-decided", to }];
}

/** Officers with a correction that waits for another person, oldest first. */
export async function waitingCorrections(
  store: Store,
  today: string,
): Promise<{ officer: Officer; correction: Correction }[]> {
  return (await dueOfficers(store, today)).flatMap((officer) => {
    const correction = openCorrection(officer);
    return correction ? { officer, correction } : [];
  });
}
