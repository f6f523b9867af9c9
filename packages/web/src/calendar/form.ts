import { noticeInputSchema } from "@dunmiao/domain/notice";
import { accept, type Outcome, type Refusal } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { refusalsOf } from "../refusalsOf.ts";

const longestRangeDays = 3_700;
const mostLinesLength = 8_000;

/** Query of /working-days; at most ten years at once. */
export const rangeQuery = z.object({ from: z.iso.date(), to: z.iso.date() });
export const longestRange = longestRangeDays;

/** The notice as a form sends it (one day a line) or as JSON lists it; the days are parsed by `noticeInput`. */
export const noticeForm = z.object({
  year: formNumber,
  title: noticeInputSchema.shape.title,
  days: z.union([z.string().max(mostLinesLength), z.array(z.unknown())]),
});

/** Turns the lines of the form into days: `2027-01-01 休 元旦`. */
export function noticeInput(form: z.infer<typeof noticeForm>): Outcome<z.infer<typeof noticeInputSchema>> {
  const days: Outcome<unknown> = typeof form.days === "string" ? daysOf(form.days) : accept(form.days);
  if (!days.ok) return days;
  const given = { ...form, days: days.value };
  const parsed = noticeInputSchema.safeParse(given);
  return parsed.success ? accept(parsed.data) : { ok: false, refusals: refusalsOf(parsed.error, given) };
}

function daysOf(lines: string): Outcome<{ date: string; working: boolean; name: string }[]> {
  const days: { date: string; working: boolean; name: string }[] = [];
  const refusals: Refusal[] = [];
  for (const [index, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [date = "", kind, ...name] = line.trim().split(/\s+/);
    const isReadable = z.iso.date().safeParse(date).success && (kind === "休" || kind === "班");
    if (isReadable) days.push({ date, working: kind === "班", name: name.join(" ") || kind });
    else refusals.push({ code: "notice-line-unreadable", field: "days", params: { line: index + 1 } });
  }
  return refusals.length > 0 ? { ok: false, refusals: refusals.slice(0, 1) } : accept(days);
}
