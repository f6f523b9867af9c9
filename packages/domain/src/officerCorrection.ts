import * as z from "zod";
import { evidenceSchema } from "./absence.ts";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/** What is on file of a person and may be corrected. */
export const officerFacts = ["name", "sex", "birthMonth", "kind", "homeUnit"] as const;
export type OfficerFact = (typeof officerFacts)[number];

export const factChangeSchema = z.object({
  fact: z.enum(officerFacts),
  from: z.string(),
  to: z.string(),
  /** Names of the units behind the codes, as they were when the correction was proposed. */
  fromName: z.string().optional(),
  toName: z.string().optional(),
});
export type FactChange = z.infer<typeof factChangeSchema>;

/** What a correction makes of the count of one secondment: working days before and after it, halves as 0.5. */
export const countMoveSchema = z.object({
  secondmentId: z.string(),
  station: z.string(),
  from: z.number().nonnegative(),
  to: z.number().nonnegative(),
});
export type CountMove = z.infer<typeof countMoveSchema>;

/** A correction as a secondment shows it beside what it was made under; the copy of the facts there never changes. */
export const correctedSchema = z.object({
  id: z.string().max(20),
  changes: z.array(factChangeSchema),
  /** The number of the same person that stays, where this one is found to be a duplicate of it. */
  into: z.string().max(20).optional(),
  evidence: evidenceSchema,
  /** Secondments whose count it changes, as seen by whoever confirmed it; on rows of before, none. */
  counts: z.array(countMoveSchema).optional(),
  /** The day on which it took effect. */
  on: calendarDateSchema,
});
export type Corrected = z.infer<typeof correctedSchema>;

/** A correction on the officer's own record: proposed, and in effect at once or once another person approved it. */
export const correctionSchema = correctedSchema.omit({ on: true }).extend({
  state: z.enum(["open", "effective", "rejected", "withdrawn"]),
  /** Numbers of people with the same new facts, from whom whoever proposed it told this one apart; else none. */
  anotherThan: z.array(z.string().max(20)).optional(),
  proposedBy: signatureSchema,
  proposedOn: calendarDateSchema,
  /** Whoever approved, rejected or withdrew it; none where it took effect at once. */
  decidedBy: signatureSchema.optional(),
  decidedOn: calendarDateSchema.optional(),
  reason: z.string().max(500).optional(),
});
export type Correction = z.infer<typeof correctionSchema>;

type Corrections = { readonly corrections?: readonly Correction[] | undefined };

/** The correction that waits for another person: at most one. */
export function openCorrection({ corrections = [] }: Corrections): Correction | undefined {
  return corrections.find(({ state }) => state === "open");
}

/** The last correction in effect that took a fact away from this value; `isSame` compares as the fact is compared. */
export function correctedAway(
  { corrections = [] }: Corrections,
  fact: OfficerFact,
  isSame: (value: string) => boolean,
): { to: string; on: string } | undefined {
  const inEffect = corrections.filter(({ state }) => state === "effective").toReversed();
  for (const { changes, decidedOn, proposedOn } of inEffect) {
    const change = changes.find((each) => each.fact === fact && isSame(each.from));
    if (change) return { to: change.toName ?? change.to, on: decidedOn ?? proposedOn };
  }
  return undefined;
}

type MadeUnder<O> = { readonly officer: O; readonly corrected?: readonly Corrected[] | undefined };

/** A fact as it stands after all corrections that a secondment shows; undefined where none touched it. */
export function factNow(
  {
    corrected = [],
  }: { readonly corrected?: readonly { readonly changes: readonly FactChange[] }[] | undefined },
  fact: OfficerFact,
) {
  return corrected.flatMap(({ changes }) => changes).findLast((each) => each.fact === fact)?.to;
}

/** The number under which the person of a secondment is on file now: its own, or the one that it was merged into last. */
export function numberNow({
  officer,
  corrected = [],
}: MadeUnder<{ readonly serviceNumber: string }>): string {
  return corrected.findLast(({ into }) => into !== undefined)?.into ?? officer.serviceNumber;
}

/** Numbers of the person before, first the one that the record was made under: search finds by them too. */
export function formerNumbers(record: MadeUnder<{ readonly serviceNumber: string }>): string[] {
  const { officer, corrected = [] } = record;
  const all = [officer.serviceNumber, ...corrected.flatMap(({ into }) => into ?? [])];
  return all.slice(0, -1);
}

/** The name that lists and messages show. */
export function nameNow(record: MadeUnder<{ readonly name: string }>): string {
  return factNow(record, "name") ?? record.officer.name;
}

/** Names that a secondment's officer had on file before: search finds by them too. */
export function formerNames({ officer, corrected = [] }: MadeUnder<{ readonly name: string }>): string[] {
  const before = corrected.flatMap(({ changes }) => changes).filter(({ fact }) => fact === "name");
  const now = nameNow({ officer, corrected });
  return [...new Set(before.map(({ from }) => from))].filter((name) => name !== now);
}
