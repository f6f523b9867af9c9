import * as z from "zod";
import { isEffective } from "../absence.ts";
import { countDays } from "../count/count.ts";
import type { CountMove, FactChange } from "../officerCorrection.ts";
import { type Refused, refuse } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";
import { ruledTerm, type Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";

/** A secondment and what it is judged by. */
export type JudgedTerm = {
  readonly secondment: Secondment;
  readonly rules: { scheme: Scheme; calendar: WorkCalendar };
};

/**
 * The secondments whose count moves when these facts of the officer are corrected: half days of groups go by sex and
 * age. A ruled one keeps what it was ruled on; it is named all the same, because its days no longer agree with that.
 */
export function countMoves(terms: readonly JudgedTerm[], changes: readonly FactChange[]): CountMove[] {
  return terms.flatMap(({ secondment, rules }) => {
    if (secondment.status === "withdrawn") return [];
    const { term, endedOn, officer, corrected = [] } = ruledTerm(secondment);
    const absences = secondment.absences.filter(isEffective);
    const subject = { term, officer, ...(endedOn && { endedOn }) };
    const from = countDays({ ...subject, corrected }, absences, rules);
    const to = countDays({ ...subject, corrected: [...corrected, { changes }] }, absences, rules);
    return from === to ? [] : { secondmentId: secondment.id, station: secondment.hostStation.name, from, to };
  });
}

/** What `movesSeen` says, as it comes back. */
export const countsSeenSchema = z.string().trim().max(1_000);

/** The moves as whoever confirms them has seen them: in a form's tick, and in its refusal. */
export function movesSeen(moves: readonly CountMove[]): string {
  return moves.map(({ station, from, to }) => `${station} ${from}→${to}`).join("、");
}

/** Nobody moves a count unseen: refused `count-changes` where the moves of now are not the ones that were confirmed. */
export function refusedUnseen(moves: readonly CountMove[], seen = ""): Refused | undefined {
  const counts = movesSeen(moves);
  return counts === "" || counts === seen ? undefined : refuse("count-changes", "countsSeen", { counts });
}
