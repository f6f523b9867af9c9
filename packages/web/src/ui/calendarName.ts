import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Text } from "./text.ts";

/** The calendar in force by the last notice that it holds: 日历截至 2026 年放假通知. Its version stands in JSON and in the trail. */
export function calendarName(text: Text, { noticeOfYear }: Pick<WorkCalendar, "noticeOfYear">): string {
  return text.common.calendarUntil({ year: String(Math.max(...noticeOfYear.keys())) });
}
