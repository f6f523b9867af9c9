import { absenceFactsShape } from "@dunmiao/domain/absence";
import { spotCheckInputSchema } from "@dunmiao/domain/spotCheck";
import type { Found } from "@dunmiao/store/spotCheckResult";
import * as z from "zod";
import { formNumber } from "../body.ts";

const { size, ...input } = spotCheckInputSchema.shape;

/** Body of a new spot check. */
export const spotCheckForm = z.object({ ...input, size: formNumber.pipe(size) });

const { note } = absenceFactsShape;

/** Body of a result: absent comes with the facts of the finding, which are not looked at otherwise. */
export const resultForm = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("present"), note }),
  z.object({ outcome: z.literal("on-leave"), note }),
  z.object({ outcome: z.literal("absent"), ...absenceFactsShape }),
]);

/** What was found, in the words of the rules. */
export function foundOf(form: z.infer<typeof resultForm>): Found {
  if (form.outcome !== "absent") return form;
  const { outcome, ...facts } = form;
  return { outcome, facts };
}
