import { formInputSchema } from "@dunmiao/domain/assessment/formInput";
import * as z from "zod";
import { againAct } from "../againAct.ts";
import { formNumber } from "../body.ts";

const act = z.enum(["draft", "submit"]).default("submit");

/** Body of a form, for the API's description: its content, whether it is only a draft, and the draft that was seen. */
export const filedBody = formInputSchema.extend({ act: act.optional(), draft: formNumber.optional() });
/** Body of the check before submitting. */
export const checkedBody = filedBody.omit({ act: true });
/** The same body as it is read first: drafts keep what is not finished, and what is wrong. */
export const looseBody = z.looseObject({
  act: z.enum(["draft", "submit", againAct]).default("submit"),
  draft: formNumber.optional(),
});

/** Bodies of the decisions; `seen` is the revision of the form that was read. */
export const acceptanceForm = z.object({ seen: formNumber.optional() });
export const returnForm = acceptanceForm.extend({ reason: z.string().trim().min(1).max(500) });
