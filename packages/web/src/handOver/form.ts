import * as z from "zod";
import { formNumber } from "../body.ts";

const words = z.string().trim().max(1_000).optional();

/** The words of a hand-over as they stand beside the record. */
export const handOverWordsSchema = z.object({
  ongoing: words,
  people: words,
  places: words,
  equipment: words,
  advice: words,
});
/** Body of a hand-over; `seen` is the revision that was looked at, 0 for none. */
export const handOverForm = handOverWordsSchema.extend({ seen: formNumber.optional() });
export const handOverReceiptForm = z.object({ seen: formNumber.optional() });
