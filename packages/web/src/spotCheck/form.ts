import { absenceFactsShape } from "@dunmiao/domain/absence";
import { spotCheckInputSchema } from "@dunmiao/domain/spotCheck";
import type { Corrected, Found } from "@dunmiao/store/spotCheckResult";
import * as z from "zod";
import { formNumber } from "../body.ts";

const { size, ...input } = spotCheckInputSchema.shape;

/** Body of a new spot check. */
export const spotCheckForm = z.object({ ...input, size: formNumber.pipe(size) });

const { note } = absenceFactsShape;
const reason = z.string().trim().min(1).max(500);
const why = { reason, seen: formNumber.optional() };

/** Body of a result: absent comes with the facts of the finding, which are not looked at otherwise. */
export const resultForm = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("present"), note }),
  z.object({ outcome: z.literal("on-leave"), note }),
  z.object({ outcome: z.literal("absent"), ...absenceFactsShape }),
]);

/** Body of a cancellation. */
export const cancellationForm = z.object({ reason });

/** Body of a correction; `seen` is how many corrections stood beside the result. */
export const correctionForm = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("present"), ...why }),
  z.object({ outcome: z.literal("on-leave"), ...why }),
  z.object({ outcome: z.literal("absent"), ...absenceFactsShape, ...why }),
]);

/** What was found, in the words of the rules. */
export function foundOf(form: z.infer<typeof resultForm>): Found {
  if (form.outcome !== "absent") return form;
  const { outcome, ...facts } = form;
  return { outcome, facts };
}

/** What it should have been, in the words of the rules. */
export function correctedOf(form: z.infer<typeof correctionForm>): Corrected {
  if (form.outcome !== "absent") return form;
  const { outcome, reason, seen, ...facts } = form;
  return { outcome, reason, seen, facts };
}
