import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Text } from "../ui/text.ts";

/** What the date boxes' script needs: the days that notices set (working or not, and by which festival), the years with a notice, and its words. */
export function daysBody(text: Text, calendar: WorkCalendar) {
  const { language, dateBox } = text;
  const days = [...calendar.days.values()].map(({ date, working, name, nameEn = name }) => [
    date,
    { working, name: language === "en" ? nameEn : name },
  ]);
  return {
    version: calendar.version,
    days: Object.fromEntries(days),
    published: [...calendar.noticeOfYear.keys()],
    words: dateBox,
  };
}
