import { halfDaysByRegulation } from "@dunmiao/domain/count/groupHalfDay";
import { fixedHolidays, fixedSinceYear } from "@dunmiao/domain/fixedHolidays";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { dayName } from "../ui/dayName.ts";
import { halfDayNames } from "../ui/halfDayName.ts";
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
    halfDays: halfDaysBody(text, calendar),
    words: dateBox,
  };
}

function halfDaysBody(text: Text, { halfDays }: WorkCalendar) {
  const byDate = Map.groupBy([...halfDays.values()].flat(), ({ date }) => date);
  // The regulation's days have the same date in every year.
  const fixed = Map.groupBy(halfDaysByRegulation(fixedSinceYear), ({ date }) => date.slice(5));
  const inWords = (days: typeof fixed) =>
    Object.fromEntries([...days].map(([date, each]) => [date, halfDayNames(text, each)]));
  return { told: [...halfDays.keys()], days: inWords(byDate), byRegulation: inWords(fixed) };
}
