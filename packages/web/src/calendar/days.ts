import { fixedHolidays, fixedSinceYear } from "@dunmiao/domain/fixedHolidays";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { dayName } from "../ui/dayName.ts";
import type { Text } from "../ui/text.ts";

/** What the date boxes' script needs: the days that notices set (working or not, and by which festival), the years with a notice, what is off by regulation in the others, and its words. */
export function daysBody(text: Text, calendar: WorkCalendar) {
  const { dateBox } = text;
  const days = [...calendar.days.values()].map(({ date, working, ...named }) => [
    date,
    { working, name: dayName(text, named) },
  ]);
  return {
    version: calendar.version,
    days: Object.fromEntries(days),
    published: [...calendar.noticeOfYear.keys()],
    fixed: {
      sinceYear: fixedSinceYear,
      days: Object.fromEntries([...fixedHolidays].map(([date, named]) => [date, dayName(text, named)])),
    },
    words: dateBox,
  };
}
