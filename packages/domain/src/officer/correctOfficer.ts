import * as z from "zod";
import { evidenceSchema } from "../absence.ts";
import { isConcerned, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import { refusedBirth, refusedDocumentDate } from "../dateBounds.ts";
import { canonical } from "../event.ts";
import { mostAlike, officerInputSchema, serviceNumberInputSchema } from "../officer.ts";
import { type Correction, type FactChange, officerFacts, openCorrection } from "../officerCorrection.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { isOpenToFacts } from "../secondment.ts";
import {
  type CorrectionGround,
  closed,
  inEffect,
  type OfficerChange,
  proposed,
  withCounts,
  withOpen,
} from "./correctionSteps.ts";
import { countsSeenSchema, refusedUnseen } from "./countMoves.ts";
import { differences, refusedMerge } from "./mergeOfficer.ts";

/**
 * What shall be on file from now on, and why; facts that are left out stay. `seen` is the version looked at,
 * `anotherPerson` the numbers of people with the same new facts from whom this one is told apart,
 * `countsSeen` what it makes of the counts (`movesSeen`).
 */
export const correctionInputSchema = officerInputSchema
  .omit({ serviceNumber: true })
  .partial()
  .extend({
    seen: z.int().positive(),
    evidence: evidenceSchema,
    countsSeen: countsSeenSchema.optional(),
    anotherPerson: z.array(serviceNumberInputSchema).max(mostAlike).optional(),
  });
export type CorrectionInput = z.infer<typeof correctionInputSchema>;

/**
 * HR says what is wrong on file and on which evidence. It is in effect at once where no unruled secondment carries the
 * facts and no count moves with them, else it waits for another person. Refused: `own-case`, `correction-open`,
 * `officer-changed`, `nothing-changes`, `unknown-unit`, dates out of bounds, and `count-changes`.
 */
export function proposeCorrection(ground: CorrectionGround, input: CorrectionInput): Outcome<OfficerChange> {
  const { officer, actor } = ground;
  if (isConcerned(actor, officer.id)) return refuse("own-case");
  if (officer.mergedInto !== undefined)
    return refuse("merged-number", undefined, { serviceNumber: officer.id, known: officer.mergedInto });
  if (openCorrection(officer)) return refuse("correction-open");
  if (input.seen !== officer.version) return refuse("officer-changed");
  const changes = changesOf(ground, input);
  if (changes.length === 0) return refuse("nothing-changes");
  const refused = refusedFacts(ground, input);
  if (refused) return refused;
  const { evidence, anotherPerson } = input;
  const correction = proposed(ground, {
    changes,
    evidence,
    ...(anotherPerson?.length && { anotherThan: anotherPerson }),
  });
  const moves = ground.moves(changes);
  const unseen = refusedUnseen(moves, input.countsSeen);
  if (unseen) return unseen;
  if (moves.length > 0 || ground.terms.some(isOpenToFacts))
    return accept(withOpen(officer, { ...correction, state: "open" }));
  return accept(inEffect(officer, { ...correction, state: "effective" }));
}

function changesOf({ officer, unitName }: CorrectionGround, input: CorrectionInput): FactChange[] {
  return officerFacts.flatMap((fact) => {
    const [from, to] = [officer[fact], input[fact]];
    // A name is corrected even where it would compare as the same: what is written on paper changes.
    if (to === undefined || from === to) return [];
    if (fact !== "homeUnit") return { fact, from, to };
    const names = { fromName: unitName(from) ?? from, toName: unitName(to) ?? to };
    return { fact, from, to, ...names };
  });
}

function refusedFacts({ terms, unitName, today }: CorrectionGround, input: CorrectionInput) {
  const { birthMonth, homeUnit, evidence } = input;
  if (homeUnit !== undefined && unitName(homeUnit) === undefined)
    return refuse("unknown-unit", "homeUnit", { unit: homeUnit });
  const starts = [today, ...terms.map(({ term }) => term.from)];
  const young = birthMonth === undefined ? [] : starts.flatMap((on) => refusedBirth(birthMonth, on) ?? []);
  return young[0] ?? refusedDocumentDate(evidence.date, today, "evidence.date");
}

export type CorrectionDecision = {
  id: string;
  decision: "approve" | "reject";
  reason?: string | undefined;
  /** What it makes of the counts, as the page of the decision showed it. */
  countsSeen?: string | undefined;
};

/**
 * Another person approves what waits, or rejects it with a reason. Refused: `own-case`, `same-person-decides`,
 * `correction-not-open`, `officer-changed` where a fact is no longer what it is corrected from, and `count-changes`.
 */
export function decideCorrection(
  ground: CorrectionGround,
  { id, decision, reason, countsSeen }: CorrectionDecision,
): Outcome<OfficerChange> {
  const { officer, other, actor, today } = ground;
  if (isConcerned(actor, officer.id, other?.officer.id)) return refuse("own-case");
  const open = openCorrection(officer);
  if (!open || open.id !== id) return refuse("correction-not-open");
  if (isSamePerson(actor, open.proposedBy)) return refuse("same-person-decides");
  if (decision === "reject" && reason === undefined) return refuse("required", "reason");
  const decided = { decidedBy: signature(actor), decidedOn: today, ...(reason && { reason }) };
  if (decision === "reject") return accept(closed(officer, { ...open, ...decided, state: "rejected" }));
  const refused = open.into === undefined ? undefined : refusedMerge(ground, open.into);
  if (refused) return refused;
  if (!isAsSeen(ground, open)) return refuse("officer-changed");
  const approved = { ...withCounts(ground, open), ...decided, state: "effective" as const };
  return refusedUnseen(approved.counts ?? [], countsSeen) ?? accept(inEffect(officer, approved));
}

/** Whether the facts still differ as whoever approves has seen them differ. */
function isAsSeen(ground: CorrectionGround, { changes, into }: Correction): boolean {
  const { officer, other } = ground;
  if (into === undefined) return changes.every(({ fact, from }) => officer[fact] === from);
  return other !== undefined && canonical(differences(ground, other.officer)) === canonical(changes);
}

/** Whoever proposed it takes it back before it is decided. */
export function withdrawCorrection(
  { officer, actor, today }: Pick<CorrectionGround, "officer" | "actor" | "today">,
  id: string,
): Outcome<OfficerChange> {
  const open = openCorrection(officer);
  if (!open || open.id !== id) return refuse("correction-not-open");
  if (!isSamePerson(actor, open.proposedBy)) return refuse("not-your-correction");
  const decided = { decidedBy: signature(actor), decidedOn: today };
  return accept(closed(officer, { ...open, ...decided, state: "withdrawn" }));
}
