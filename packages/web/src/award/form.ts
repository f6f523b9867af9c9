import { awardLevels } from "@dunmiao/domain/award";
import { awardInputSchema } from "@dunmiao/domain/award/recordAward";
import { contributionInputSchema } from "@dunmiao/domain/award/recordContribution";
import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import { type HeadlineInput, headlineInputSchema } from "@dunmiao/domain/cohort/setHeadline";
import * as z from "zod";
import { formNumber } from "../body.ts";

const reason = z.string().trim().min(1).max(500);
const seen = formNumber.optional();

export const awardForm = awardInputSchema;
export const revocationForm = z.object({ reason });
export const contributionForm = contributionInputSchema;
/** `seen` is the revision of the contribution that was looked at. */
export const verificationForm = z.object({ seen, reason: reason.optional() });
export const adoptionForm = z.object({ seen, reason });

const people = formNumber.pipe(z.int().min(0).max(9_999));
const { title, source } = headlineInputSchema.shape;

/** A published figure; `parts` are people by level, a level that the report does not name is left out. */
export const headlineForm = z.object({
  title,
  total: people,
  parts: z.partialRecord(z.enum(awardLevels), people).optional(),
  source,
  on: calendarDateSchema,
  seen,
});

/** The levels that were filled in, highest first. */
export function partsOf(parts: z.infer<typeof headlineForm>["parts"] = {}): HeadlineInput["parts"] {
  return awardLevels.flatMap((level) => {
    const count = parts[level];
    return count === undefined ? [] : [{ level, count }];
  });
}
