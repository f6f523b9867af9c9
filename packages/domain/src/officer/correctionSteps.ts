import { type Actor, signature } from "../actor.ts";
import type { Change } from "../change.ts";
import type { EventOf, EventOfKind } from "../eventType.ts";
import type { Officer } from "../officer.ts";
import {
  type Corrected,
  type Correction,
  type CountMove,
  type FactChange,
  factNow,
} from "../officerCorrection.ts";
import type { Secondment } from "../secondment.ts";

type Term = Pick<Secondment, "id" | "status" | "term" | "endedOn" | "extension">;

/** What a rule about the facts of an officer stands on. */
export type CorrectionGround = {
  readonly officer: Officer;
  /** Every secondment of the officer, whatever became of it. */
  readonly terms: readonly Term[];
  /** The person whom this one is, or is said to be: their record and every secondment. */
  readonly other?: { readonly officer: Officer; readonly terms: readonly Term[] } | undefined;
  /** What changed facts make of the counts of these secondments. */
  readonly moves: (changes: readonly FactChange[]) => readonly CountMove[];
  /** Names of units by code. */
  readonly unitName: (code: string) => string | undefined;
  readonly actor: Actor;
  readonly today: string;
};
export type OfficerEvent = EventOfKind<"officer">;
export type OfficerChange = Change<Officer, OfficerEvent>;

type What = Pick<Correction, "changes" | "into" | "evidence" | "anotherThan" | "counts">;

/** What is proposed, before it is said whether it waits. */
export function proposed(ground: CorrectionGround, what: What): Omit<Correction, "state"> {
  const { officer, actor, today } = ground;
  const id = `k${(officer.corrections ?? []).length + 1}`;
  const by = { proposedBy: signature(actor), proposedOn: today };
  return withCounts(ground, { id, ...what, ...by });
}

/** With what it makes of the counts now: they may have moved since it was proposed. */
export function withCounts<C extends Omit<Correction, "state">>(
  { moves }: Pick<CorrectionGround, "moves">,
  { counts: _, ...correction }: C,
) {
  const counts = [...moves(correction.changes)];
  return { ...correction, ...(counts.length > 0 && { counts }) };
}

/** It waits for another person. */
export function withOpen(officer: Officer, correction: Correction): OfficerChange {
  const type = correction.into === undefined ? "officer.correction-proposed" : "officer.merge-proposed";
  const event: OfficerChange["event"] = { type, change: wordsOf(correction) };
  return { after: { ...officer, corrections: [...(officer.corrections ?? []), correction] }, event };
}

/** It came to nothing: rejected or withdrawn. */
export function closed(officer: Officer, correction: Correction): OfficerChange {
  const { id, into, state, reason } = correction;
  const act = state === "rejected" ? "rejected" : "withdrawn";
  const change = { correctionId: id, ...(into && { into }), ...(reason && { reason }) };
  const event: OfficerEvent =
    into === undefined
      ? { type: `officer.correction-${act}`, change }
      : { type: `officer.merge-${act}`, change };
  return { after: { ...officer, corrections: replaced(officer, correction) }, event };
}

/**
 * It takes effect, and with it what every secondment of the officer shows. A correction changes the facts on file; a
 * merge leaves them as they were entered and leads to the number that stays.
 */
export function inEffect(officer: Officer, correction: Correction): OfficerChange {
  const { changes, into } = correction;
  const facts = Object.fromEntries(changes.map(({ fact, to }) => [fact, to]));
  const effect = into === undefined ? facts : { mergedInto: into };
  const after = { ...officer, ...effect, corrections: replaced(officer, correction) };
  return { after, event: effectOf(correction) };
}

type Effect = EventOf<"officer.corrected" | "officer.merged">;

function effectOf(correction: What & { id: string }): Effect {
  const type = correction.into === undefined ? "officer.corrected" : "officer.merged";
  return { type, change: wordsOf(correction) };
}

function wordsOf({ id, changes, into, evidence, anotherThan, counts }: What & { id: string }) {
  const another = anotherThan && { anotherPersonThan: anotherThan.join("、") };
  return {
    correctionId: id,
    changes,
    evidence,
    ...(into && { into }),
    ...another,
    ...(counts && { counts }),
  };
}

function replaced({ corrections = [] }: Officer, correction: Correction): Correction[] {
  return [...corrections.filter(({ id }) => id !== correction.id), correction];
}

/** What a change put in effect; undefined where it still waits or came to nothing. */
export function tookEffect({ after, event }: OfficerChange): Corrected | undefined {
  const isEffect = event.type === "officer.corrected" || event.type === "officer.merged";
  const correction = isEffect ? after.corrections?.at(-1) : undefined;
  if (!correction) return undefined;
  const { id, changes, into, evidence, counts, proposedOn, decidedOn = proposedOn } = correction;
  return { id, changes, ...(into && { into }), evidence, ...(counts && { counts }), on: decidedOn };
}

type HandedOn = Change<Secondment, EventOf<"term.carried-days-changed">>;

/**
 * A secondment keeps the facts that it was made under and shows the correction beside them, with what that makes of its
 * own count; `handedOn` is what the term before hands on to it since.
 */
export function showCorrection(
  secondment: Secondment,
  { counts = [], ...corrected }: Corrected,
  handedOn?: HandedOn,
): Change<Secondment, Effect> {
  const own = counts.filter(({ secondmentId }) => secondmentId === secondment.id);
  const shown = { ...corrected, ...(own.length > 0 && { counts: own }) };
  const { type, change } = effectOf(shown);
  const after = { ...(handedOn?.after ?? secondment), corrected: [...(secondment.corrected ?? []), shown] };
  return { after, event: { type, change: { ...handedOn?.event.change, ...change } } };
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
