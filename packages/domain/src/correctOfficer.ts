import * as z from "zod";
import { evidenceSchema } from "./absence.ts";
import { type Actor, signature } from "./actor.ts";
import type { Change } from "./change.ts";
import { refusedBirth, refusedDocumentDate } from "./dateBounds.ts";
import { type Officer, officerInputSchema } from "./officer.ts";
import {
  type Corrected,
  type Correction,
  type FactChange,
  factNow,
  officerFacts,
  openCorrection,
} from "./officerCorrection.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { isOpenToFacts, type Secondment } from "./secondment.ts";

/** What shall be on file from now on, and why; facts that are left out stay. `seen` is the version looked at. */
export const correctionInputSchema = officerInputSchema
  .omit({ serviceNumber: true })
  .partial()
  .extend({ seen: z.int().positive(), evidence: evidenceSchema });
export type CorrectionInput = z.infer<typeof correctionInputSchema>;

export type CorrectionGround = {
  readonly officer: Officer;
  /** Every secondment of the officer, whatever became of it. */
  readonly terms: readonly Pick<Secondment, "status" | "term">[];
  /** Names of units by code. */
  readonly unitName: (code: string) => string | undefined;
  readonly actor: Actor;
  readonly today: string;
};
export type OfficerChange = Change<Officer>;

/**
 * HR says what is wrong on file and on which evidence. It is in effect at once where no unruled secondment carries the
 * facts, else it waits for another person. Refused: `own-case`, `correction-open`, `officer-changed`,
 * `nothing-changes`, `unknown-unit`, and dates out of bounds.
 */
export function proposeCorrection(ground: CorrectionGround, input: CorrectionInput): Outcome<OfficerChange> {
  const { officer, actor, today } = ground;
  if (actor.serviceNumber === officer.id) return refuse("own-case");
  if (openCorrection(officer)) return refuse("correction-open");
  if (input.seen !== officer.version) return refuse("officer-changed");
  const changes = changesOf(ground, input);
  if (changes.length === 0) return refuse("nothing-changes");
  const refused = refusedFacts(ground, input);
  if (refused) return refused;
  const { corrections = [] } = officer;
  const { evidence } = input;
  const proposed = { proposedBy: signature(actor), proposedOn: today };
  const correction = { id: `k${corrections.length + 1}`, changes, evidence, ...proposed };
  if (ground.terms.some(isOpenToFacts)) return accept(withOpen(officer, { ...correction, state: "open" }));
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

export type CorrectionDecision = { id: string; decision: "approve" | "reject"; reason?: string | undefined };

/**
 * Another person approves what waits, or rejects it with a reason. Refused: `own-case`, `same-person-decides`,
 * `correction-not-open`, and `officer-changed` where a fact is no longer what it is corrected from.
 */
export function decideCorrection(
  { officer, actor, today }: Pick<CorrectionGround, "officer" | "actor" | "today">,
  { id, decision, reason }: CorrectionDecision,
): Outcome<OfficerChange> {
  if (actor.serviceNumber === officer.id) return refuse("own-case");
  const open = openCorrection(officer);
  if (!open || open.id !== id) return refuse("correction-not-open");
  if (open.proposedBy.id === actor.id) return refuse("same-person-decides");
  if (decision === "reject" && reason === undefined) return refuse("required", "reason");
  const decided = { decidedBy: signature(actor), decidedOn: today, ...(reason && { reason }) };
  if (decision === "reject") return accept(closed(officer, { ...open, ...decided, state: "rejected" }));
  const isAsSeen = open.changes.every(({ fact, from }) => officer[fact] === from);
  return isAsSeen
    ? accept(inEffect(officer, { ...open, ...decided, state: "effective" }))
    : refuse("officer-changed");
}

/** Whoever proposed it takes it back before it is decided. */
export function withdrawCorrection(
  { officer, actor, today }: Pick<CorrectionGround, "officer" | "actor" | "today">,
  id: string,
): Outcome<OfficerChange> {
  const open = openCorrection(officer);
  if (!open || open.id !== id) return refuse("correction-not-open");
  if (open.proposedBy.id !== actor.id) return refuse("not-your-correction");
  const decided = { decidedBy: signature(actor), decidedOn: today };
  return accept(closed(officer, { ...open, ...decided, state: "withdrawn" }));
}

function withOpen(officer: Officer, correction: Correction): OfficerChange {
  const { id, changes, evidence } = correction;
  const event = { type: "officer.correction-proposed", change: { correctionId: id, changes, evidence } };
  return { after: { ...officer, corrections: [...(officer.corrections ?? []), correction] }, event };
}

function closed(officer: Officer, correction: Correction): OfficerChange {
  const type =
    correction.state === "rejected" ? "officer.correction-rejected" : "officer.correction-withdrawn";
  const { id, reason } = correction;
  const event = { type, change: { correctionId: id, ...(reason && { reason }) } };
  return { after: { ...officer, corrections: replaced(officer, correction) }, event };
}

/** The facts on file change, and with them what every secondment of the officer shows. */
function inEffect(officer: Officer, correction: Correction): OfficerChange {
  const { id, changes, evidence } = correction;
  const facts = Object.fromEntries(changes.map(({ fact, to }) => [fact, to]));
  const after = { ...officer, ...facts, corrections: replaced(officer, correction) };
  return { after, event: { type: "officer.corrected", change: { correctionId: id, changes, evidence } } };
}

function replaced({ corrections = [] }: Officer, correction: Correction): Correction[] {
  return [...corrections.filter(({ id }) => id !== correction.id), correction];
}

/** The correction that a change put in effect; undefined where it still waits or came to nothing. */
export function tookEffect({ after, event }: OfficerChange): Corrected | undefined {
  const correction = event.type === "officer.corrected" ? after.corrections?.at(-1) : undefined;
  if (!correction) return undefined;
  const { id, changes, evidence, proposedOn, decidedOn = proposedOn } = correction;
  return { id, changes, evidence, on: decidedOn };
}

/** A secondment keeps the facts that it was made under and shows the correction beside them. */
export function showCorrection(secondment: Secondment, corrected: Corrected): Change {
  const { id, changes, evidence } = corrected;
  return {
    after: { ...secondment, corrected: [...(secondment.corrected ?? []), corrected] },
    event: { type: "officer.corrected", change: { correctionId: id, changes, evidence } },
  };
}

/** What a record that begins now keeps of the officer: the facts as they stand after every correction. */
export function snapshotNow({
  officer,
  corrected,
}: Pick<Secondment, "officer" | "corrected">): Secondment["officer"] {
  const now = Object.fromEntries(
    (["name", "sex", "birthMonth", "kind"] as const).map((fact) => [
      fact,
      factNow({ corrected }, fact) ?? officer[fact],
    ]),
  );
  return { ...officer, ...now };
}
