import type { GroupHalfDay } from "@dunmiao/domain/count/groupHalfDay";
import { festivalSchema } from "@dunmiao/domain/festival";
import {
  type NoticeInput,
  type NoticeNote,
  noticeConfirmationSchema,
  noticeInputSchema,
} from "@dunmiao/domain/notice";
import { readHalfDayLines, withHalfDaysOfText } from "@dunmiao/domain/notice/halfDaySentence";
import { readNoticeText, takeDocumentNumber } from "@dunmiao/domain/notice/noticeText";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { refusalsOf } from "../refusalsOf.ts";
import { parseWritten } from "../writtenDates.ts";

const longestRangeDays = 3_700;
const mostLinesLength = 8_000;
const mostHalfDaysLength = 1_000;

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
  documentNumber: noticeInputSchema.shape.documentNumber,
  days: z.union([z.string().max(mostLinesLength), z.array(z.unknown())]),
  halfDays: z.union([z.string().max(mostHalfDaysLength), z.array(z.unknown())]).optional(),
  missingConfirmed,
});
/** The second person's confirmation, from a form or as JSON. */
export const confirmationForm = noticeConfirmationSchema.extend({ missingConfirmed });

/** Reads what was pasted into days and half days; lists of them as they are. */
export function noticeInput(
  form: z.infer<typeof noticeForm>,
): Outcome<NoticeInput & { notes: NoticeNote[] }> {
  const { year, days, halfDays } = form;
  const read = typeof days === "string" ? readNoticeText(days, year) : listed(days);
  const boxed = typeof halfDays === "string" ? readHalfDayLines(halfDays, year) : accept(halfDays);
  if (!read.ok || !boxed.ok)
    return { ok: false, refusals: [read, boxed].flatMap((each) => (each.ok ? [] : each.refusals)) };
  const { halfDays: ofText } = read.value;
  const { notes, documentNumber } = takeDocumentNumber(read.value.notes, form.documentNumber);
  const cited = documentNumber === undefined ? {} : { documentNumber };
  const asked = { ...form, ...cited, days: read.value.days, halfDays: boxed.value };
  const { parsed, given } = parseWritten(noticeInputSchema, asked);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, given) };
  const { halfDays: ofForm, ...rest } = parsed.data;
  const all = withHalfDaysOfText(ofForm, ofText);
  if (!all.ok) return all;
  return accept({ ...rest, notes, ...(all.value && { halfDays: all.value }) });
}

type Listed = { days: unknown[]; notes: NoticeNote[]; halfDays?: GroupHalfDay[] };

function listed(days: unknown[]): Outcome<Listed> {
  return accept({ days, notes: [] });
}
