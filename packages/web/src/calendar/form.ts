import { festivalSchema } from "@dunmiao/domain/festival";
import { noticeConfirmationSchema, noticeInputSchema } from "@dunmiao/domain/notice";
import { readNoticeText } from "@dunmiao/domain/noticeText";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { refusalsOf } from "../refusalsOf.ts";

const longestRangeDays = 3_700;
const mostLinesLength = 8_000;

/** Query of /working-days; at most ten years at once. */
export const rangeQuery = z.object({ from: z.iso.date(), to: z.iso.date() });
export const longestRange = longestRangeDays;

/** Ticks of a form: one comes as text, several as a list. */
const missingConfirmed = z
  .union([festivalSchema.transform((each) => [each]), z.array(festivalSchema).max(7)])
  .optional();

/** The notice as a form sends it (its text, or one day a line) or as JSON lists it; the days are parsed by `noticeInput`. */
export const noticeForm = z.object({
  year: formNumber,
  title: noticeInputSchema.shape.title,
  days: z.union([z.string().max(mostLinesLength), z.array(z.unknown())]),
  missingConfirmed,
});
/** The second person's confirmation, from a form or as JSON. */
export const confirmationForm = noticeConfirmationSchema.extend({ missingConfirmed });

/** Reads what was pasted into days; a list of days as it is. */
export function noticeInput(form: z.infer<typeof noticeForm>) {
  const read = typeof form.days === "string" ? readNoticeText(form.days, form.year) : listed(form.days);
  if (!read.ok) return read;
  const { notes } = read.value;
  const given = { ...form, days: read.value.days };
  const parsed = noticeInputSchema.safeParse(given);
  return parsed.success
    ? accept({ ...parsed.data, notes })
    : { ok: false as const, refusals: refusalsOf(parsed.error, given) };
}

function listed(days: unknown[]): Outcome<{ days: unknown[]; notes: never[] }> {
  return accept({ days, notes: [] });
}
