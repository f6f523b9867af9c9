import { samePersonAnswers } from "@dunmiao/domain/import/importRow";
import * as z from "zod";

const heading = z.string().max(200, "too-long");
const headings = z.union([heading.transform((one) => [one]), z.array(heading).max(100)]);

const codes = z.union([
  z
    .string()
    .max(20)
    .transform((one) => [one]),
  z.array(z.string().max(20)).max(5_000),
]);

/** Headings of the file that may mean a column of the list and are left out all the same; a form sends one as a text. */
export const leaveOutForm = z.object({ leaveOut: headings.default([]) });

const answer = z.enum(samePersonAnswers);
const rowDecision = z.object({
  sheet: z.string().max(100).optional(),
  row: z.int().positive(),
  is: answer,
  known: z.string().max(20).optional(),
});

/**
 * A confirmation: headings left out, codes of the units on file that the file may change, and what was decided about each row whose number may be somebody known's: by sheet
 * and row, or as a form sends it by the position of the question (`samePerson.0`).
 */
export const confirmationForm = leaveOutForm.extend({
  changeUnits: codes.default([]),
  samePerson: z
    .union([z.array(rowDecision).max(1_000), z.record(z.string().regex(/^\d{1,4}$/), answer)])
    .default([]),
});
