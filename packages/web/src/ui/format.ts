import type { Text } from "./text.ts";

/** Days as the pages write them: one decimal only when half (`4.5`, `15`). */
export function formatDays(days: number): string {
  return Number.isInteger(days) ? String(days) : days.toFixed(1);
}

/** A calendar range in words: `2026-03-02 至 2026-08-31`; a single day is written once. */
export function formatRange(text: Text, from: string, to: string): string {
  return from === to ? from : text.common.range({ from, to });
}

/** A half-day exact range: `2026-03-02 下午 至 2026-03-05 上午`. */
export function formatHalfRange(
  text: Text,
  range: { from: string; to: string; fromHalf?: "pm" | undefined; toHalf?: "am" | undefined },
): string {
  const from = range.fromHalf ? `${range.from} ${text.dayPart.pm}` : range.from;
  const to = range.toHalf ? `${range.to} ${text.dayPart.am}` : range.to;
  return range.from === range.to ? (range.toHalf ? to : from) : text.common.range({ from, to });
}

/** A whole number with thousands separators: `22,400`. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** The weekday of a calendar date, in words. */
export function formatWeekday(text: Text, date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return text.weekdays[day === 0 ? "7" : (weekdayKeys[day - 1] ?? "1")];
}
const weekdayKeys = ["1", "2", "3", "4", "5", "6"] as const;

/** An instant as Asia/Shanghai wall time: `2026-03-02 14:05`. */
export function formatInstant(instant: string): string {
  const shifted = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}
