import * as z from "zod";
import { evidenceSchema } from "../absence.ts";
import { isConcerned } from "../access.ts";
import { earlierOf, laterOf } from "../calendarDate.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import { type Officer, serviceNumberInputSchema } from "../officer.ts";
import { type Corrected, type FactChange, officerFacts, openCorrection } from "../officerCorrection.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { officerHeld } from "../secondment.ts";
import {
  type CorrectionGround,
  inEffect,
  type OfficerChange,
  proposed,
  withOpen,
} from "./correctionSteps.ts";
import { countsSeenSchema, refusedUnseen } from "./countMoves.ts";

/**
 * The number that the same person keeps, and why; `seen` is the version of the duplicate that was looked at,
 * `countsSeen` what it makes of the counts (`movesSeen`).
 */
export const mergeInputSchema = z.object({
  seen: z.int().positive(),
  into: serviceNumberInputSchema,
  evidence: evidenceSchema,
  countsSeen: countsSeenSchema.optional(),
});
export type MergeInput = z.infer<typeof mergeInputSchema>;

/**
 * HR says on which evidence this number is a duplicate of another one. A merge cannot be undone: it waits for another
 * person as soon as either number has a secondment, whatever became of it. Refused: `own-case`, `correction-open`,
 * `officer-changed`, why the two cannot be one, and `count-changes`.
 */
export function proposeMerge(ground: CorrectionGround, input: MergeInput): Outcome<OfficerChange> {
  const { officer, other, actor, today } = ground;
  if (isConcerned(actor, officer.id, input.into)) return refuse("own-case");
  if (openCorrection(officer)) return refuse("correction-open");
  if (input.seen !== officer.version) return refuse("officer-changed");
  const refused =
    refusedMerge(ground, input.into) ?? refusedDocumentDate(input.evidence.date, today, "evidence.date");
  if (refused || !other) return refused ?? refuse("unknown-officer", "into", { serviceNumber: input.into });
  const { into, evidence } = input;
  const merge = proposed(ground, { changes: differences(ground, other.officer), into, evidence });
  const unseen = refusedUnseen(merge.counts ?? [], input.countsSeen);
  if (unseen) return unseen;
  if (mergeWaits(ground)) return accept(withOpen(officer, { ...merge, state: "open" }));
  return accept(inEffect(officer, { ...merge, state: "effective" }));
}

/** Whether it waits for another person. */
export function mergeWaits({ terms, other }: Pick<CorrectionGround, "terms" | "other">): boolean {
  return terms.length + (other?.terms.length ?? 0) > 0;
}

/** What the duplicate says otherwise: its secondments show the facts of the number that stays. */
export function differences(
  { officer, unitName }: Pick<CorrectionGround, "officer" | "unitName">,
  other: Officer,
): FactChange[] {
  return officerFacts.flatMap((fact) => {
    const [from, to] = [officer[fact], other[fact]];
    if (from === to) return [];
    if (fact !== "homeUnit") return { fact, from, to };
    return { fact, from, to, fromName: unitName(from) ?? from, toName: unitName(to) ?? to };
  });
}

/**
 * Why two numbers cannot be one person: no such number (`unknown-officer`), the same one (`same-number`), one that was
 * merged (`merged-number`), or two secondments on the same day (`terms-overlap`). Asked when it is proposed and again
 * when it is approved.
 */
export function refusedMerge(
  { officer, terms, other }: Pick<CorrectionGround, "officer" | "terms" | "other">,
  into: string,
): Refused | undefined {
  if (into === officer.id) return refuse("same-number", "into");
  if (officer.mergedInto !== undefined) return refuse("merged-number", "into", leads(officer));
  if (!other) return refuse("unknown-officer", "into", { serviceNumber: into });
  if (other.officer.mergedInto !== undefined) return refuse("merged-number", "into", leads(other.officer));
  for (const one of heldBy(terms))
    for (const another of heldBy(other.terms)) {
      const from = laterOf(one.from, another.from);
      const to = earlierOf(one.to, another.to);
      if (from <= to) return refuse("terms-overlap", "into", { from, to });
    }
  return undefined;
}

function leads({ id, mergedInto = "" }: Officer) {
  return { serviceNumber: id, known: mergedInto };
}

function heldBy(terms: CorrectionGround["terms"]) {
  return terms.flatMap((each) => officerHeld(each) ?? []);
}

/** The record of the number that stays, with the duplicate and all that led to it before. */
export function joinNumber(
  stays: Officer,
  { id, name, numbers = [] }: Officer,
  { evidence, on }: Corrected,
): OfficerChange {
  const joined = [...(stays.numbers ?? []), { number: id, name, on, evidence }, ...numbers];
  return {
    after: { ...stays, numbers: joined },
    event: { type: "officer.number-joined", change: { number: id, evidence } },
  };
}
