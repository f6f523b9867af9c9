import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { plainText } from "./plainText.ts";

export const longestRequest = 500;
const words = z.string().min(1).max(longestRequest);

/** What a person says is wrong about them on file (PIPL Art. 46), and what the personnel office answered. */
export const dataRequestSchema = z.object({
  id: z.string().regex(/^q\d{1,4}$/),
  text: words,
  askedOn: calendarDateSchema,
  state: z.enum(["open", "accepted", "refused"]),
  reason: words.optional(),
  answeredBy: signatureSchema.optional(),
  answeredOn: calendarDateSchema.optional(),
});
export type DataRequest = z.infer<typeof dataRequestSchema>;

/** Working days within which the personnel office answers. */
export const answerWithinWorkingDays = 15;

const typed = z.string().overwrite(plainText).min(1).max(longestRequest);
export const dataRequestInputSchema = z.object({ text: typed });
export const dataAnswerInputSchema = z.object({ answer: z.enum(["accepted", "refused"]), reason: typed });
export type DataAnswerInput = z.infer<typeof dataAnswerInputSchema>;

type Requests = { readonly requests?: readonly DataRequest[] | undefined };

/** Requests that nobody has answered, oldest first. */
export function openRequests({ requests = [] }: Requests): readonly DataRequest[] {
  return requests.filter(({ state }) => state === "open");
}
