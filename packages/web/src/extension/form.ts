import * as z from "zod";
import { formNumber } from "../body.ts";

const reason = z.string().trim().min(1).max(500);
/** A choice of yes and no that a form sends as text. */
const formChoice = z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")]);

/** The revision of the request that was looked at, 0 for none. */
const seen = formNumber.optional();

/** Body of a request for a further term. */
export const extensionRequestForm = z.object({ months: formNumber, reason, seen });
/** Body of an opinion and of the decision. */
export const extensionAnswerForm = z.object({ agrees: formChoice, reason, seen });
export const extensionWithdrawalForm = z.object({ reason: reason.optional(), seen });
