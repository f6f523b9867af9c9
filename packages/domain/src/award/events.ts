import * as z from "zod";
import { adoptionStates, awardSchema, contributionSchema } from "../award.ts";

const { level, date, documentNumber } = awardSchema.shape;
const { kind, title, month } = contributionSchema.shape;
const decided = z.strictObject({
  contributionId: z.string(),
  state: z.enum(adoptionStates),
  reason: z.string().optional(),
});

/** What may happen to awards and contributions of a secondment, each with what its event says. */
export const awardEvents = {
  "award.recorded": z.strictObject({ awardId: z.string(), level, date, documentNumber }),
  "award.revoked": z.strictObject({ awardId: z.string(), reason: z.string() }),
  "contribution.adopted": decided,
  "contribution.not-adopted": decided,
  "contribution.reported": z.strictObject({ contributionId: z.string(), kind, title, month }),
  "contribution.verified": decided,
} as const;
