import type { DayRange, MonthDays } from "@dunmiao/domain/count/monthDays";
import { raw } from "hono/html";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { escapeText } from "../ui/markup.ts";
import type { Text } from "../ui/text.ts";

/**
 * What the ledger says of the month of a todo, as ready HTML under its link: days that count, days that wait, what has
 * to be decided first. Rows of before do not hold it: they say so, and have no box.
 */
export function monthDaysCell(text: Text, month: MonthDays | undefined) {
  const lines = month ? linesOf(text, month) : [text.todoPage.monthNotShown];
  return raw(lines.map((line) => `<br><span class="dm-muted">${escapeText(line)}</span>`).join(""));
}

function linesOf(text: Text, month: MonthDays): string[] {
  const words = text.todoPage;
  const { counted, undecided, otherDays } = month;
  const countedDays = formatDays(month.countedDays);
  return [
    counted.length > 0
      ? words.monthCounted({ days: countedDays, on: datesOf(text, counted) })
      : words.monthNothingCounted,
    pendingLine(text, month) ?? words.monthNothingPending,
    ...(otherDays > 0 ? [words.monthOther({ days: formatDays(otherDays) })] : []),
    ...(undecided > 0 ? [words.monthUndecided({ count: undecided })] : []),
  ];
}

/** Which days of the month wait for a decision, halves as 0.5; undefined where none do. */
export function pendingLine(text: Text, { pending, pendingDays }: MonthDays): string | undefined {
  if (pending.length === 0) return undefined;
  return text.todoPage.monthPending({ days: formatDays(pendingDays), on: datesOf(text, pending) });
}

function datesOf(text: Text, ranges: readonly DayRange[]): string {
  return ranges.map((range) => formatHalfRange(text, range)).join(text.todoPage.monthDates);
}
