import * as z from "zod";
import { evidenceSchema } from "./absence.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { dataRequestSchema } from "./dataRequest.ts";
import { correctedAway, correctionSchema, type OfficerFact } from "./officerCorrection.ts";
import { nameKey, plainCode, plainText } from "./plainText.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { unitCodeInputSchema, unitCodeSchema } from "./unit.ts";

export const serviceNumberSchema = z.string().regex(/^[0-9A-Za-z-]{1,20}$/);

/** Another number of the same person that was merged into this one, and the name that it was on file with. */
const mergedNumberSchema = z.object({
  number: serviceNumberSchema,
  name: z.string(),
  on: calendarDateSchema,
  evidence: evidenceSchema,
});

/** The person: a service number, never shown in logs together with anything else. */
export const officerSchema = z.object({
  id: serviceNumberSchema,
  version: z.int().nonnegative(),
  head: z.string(),
  name: z.string().trim().min(1).max(40),
  sex: z.enum(["male", "female"]),
  birthMonth: z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/),
  kind: z.enum(["officer", "auxiliary"]),
  homeUnit: unitCodeSchema,
  /** Corrections of these facts, oldest first; on rows of before, none. */
  corrections: z.array(correctionSchema).optional(),
  /** The number that the same person keeps, once this one was merged into it. */
  mergedInto: serviceNumberSchema.optional(),
  /** Numbers of the same person that were merged into this one. */
  numbers: z.array(mergedNumberSchema).optional(),
  /** What the person asked to be corrected, oldest first; on rows of before, nothing. */
  requests: z.array(dataRequestSchema).optional(),
});
export type Officer = z.infer<typeof officerSchema>;

/** From so many numbers a person is told apart at most in one act. */
export const mostAlike = 50;
/** A service number as it comes in: made narrow before it is judged. */
export const serviceNumberInputSchema = z
  .string()
  .overwrite(plainCode)
  .regex(/^[0-9A-Za-z-]{1,20}$/);
export const officerInputSchema = officerSchema
  .omit({
    id: true,
    version: true,
    head: true,
    corrections: true,
    mergedInto: true,
    numbers: true,
    requests: true,
  })
  .extend({
    serviceNumber: serviceNumberInputSchema,
    name: z.string().overwrite(plainText).min(1).max(40),
    homeUnit: unitCodeInputSchema,
  });
export type OfficerInput = z.infer<typeof officerInputSchema>;

/** What a record keeps of the officer. */
export const officerSnapshotSchema = officerSchema
  .pick({ name: true, sex: true, birthMonth: true, kind: true })
  .extend({ serviceNumber: serviceNumberSchema });
export type OfficerSnapshot = z.infer<typeof officerSnapshotSchema>;

/**
 * What an incoming officer means beside the one on file: a number that was merged is entered no more
 * (`merged-number`), identity facts must agree, home unit and kind may move. What was corrected away does not come back (`officer-corrected`); while a secondment runs
 * (`isCarried`) nothing moves without evidence and another person (`needs-correction`).
 */
export function planOfficer(
  input: OfficerInput,
  existing: Officer | undefined,
  isCarried: boolean,
): Outcome<"create" | "update" | "already-there"> {
  if (!existing) return accept("create");
  const { serviceNumber } = input;
  if (existing.mergedInto !== undefined)
    return refuse("merged-number", "serviceNumber", { serviceNumber, known: existing.mergedInto });
  const differing = (["name", "sex", "birthMonth", "kind", "homeUnit"] as const).filter(
    (fact) => !isSameFact(fact, existing[fact], input[fact]),
  );
  for (const fact of differing) {
    const away = correctedAway(existing, fact, (value) => isSameFact(fact, value, input[fact]));
    if (away) return refuse("officer-corrected", fact, { serviceNumber, ...away });
    if (fact !== "kind" && fact !== "homeUnit") return refuse("officer-differs", fact, { serviceNumber });
  }
  const [moved] = differing;
  if (moved && isCarried) return refuse("needs-correction", moved, { serviceNumber });
  return accept(moved ? "update" : "already-there");
}

/** Names are the same whatever the blanks and dots in them. */
export function isSameFact(fact: OfficerFact, one: string, other: string): boolean {
  return fact === "name" ? nameKey(one) === nameKey(other) : one === other;
}
