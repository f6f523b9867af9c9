import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import * as z from "zod";
import { formNumber } from "../body.ts";

const reason = z.string().trim().min(1).max(500);
/** A choice of yes and no that a form sends as text. */
const formChoice = z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")]);

/** Body of a request for a further term. */
export const extensionRequestForm = z.object({ months: formNumber, reason });
/** Body of an opinion and of the decision; `seen` is the last day asked for as it stood on the page. */
export const extensionAnswerForm = z.object({
  agrees: formChoice,
  reason,
  seen: calendarDateSchema.optional(),
});
export const extensionWithdrawalForm = z.object({ reason: reason.optional() });
