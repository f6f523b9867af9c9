import data from "chinese-days/dist/chinese-days.json" with { type: "json" };
import * as z from "zod";
import { type CalendarNotice, noticeYearOf } from "../workCalendar.ts";

const fileSchema = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

/** First year whose every day was compared with a second source. */
const firstYear = 2014;

/** State Council notices that come with the product (package chinese-days, its JSON): 2014 to the last published year. */
export function shippedNotices(): CalendarNotice[] {
  const file = fileSchema.parse(data);
  const byYear = new Map<number, CalendarNotice>();
  const add = (date: string, label: string, working: boolean) => {
    const [nameEn = "", name = nameEn] = label.split(",");
    const year = noticeYearOf(date);
    const notice = byYear.get(year) ?? { id: `cn-${year}`, year, days: [] };
    notice.days.push({ date, working, name, nameEn });
    byYear.set(year, notice);
  };
  for (const [date, label] of Object.entries(file.holidays)) add(date, label, false);
  for (const [date, label] of Object.entries(file.workdays)) add(date, label, true);
  return [...byYear.values()].filter((notice) => notice.year >= firstYear).sort((a, b) => a.year - b.year);
}
