import { type CalendarDay, calendarDay, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { writtenDate } from "@dunmiao/domain/writtenDate";
import { createContext, useContext } from "hono/jsx";
import { type DayKind, dayInWords } from "./dayInWords.ts";
import { halfDayNames } from "./halfDayName.ts";
import type { Text } from "./text.ts";

/** The calendar in force for every date box of a page; undefined where nobody is signed in. */
export const BoxCalendar = createContext<WorkCalendar | undefined>(undefined);

/** A day of the calendar as the date boxes say it. */
function dayKindOf(text: Text, day: CalendarDay): DayKind {
  const name = (text.language === "en" ? day.nameEn : undefined) ?? day.name;
  return { kind: day.reason, name, provisional: day.provisional, halfDays: halfDayNames(text, day.halfDays) };
}

/** The date of a box in words under it, written again by the script as it is typed; empty while the box holds no date. */
export function DateWords({ text, id, value }: { text: Text; id: string; value: string | undefined }) {
  const calendar = useContext(BoxCalendar);
  const date = value === undefined ? undefined : writtenDate(value);
  const day = date && calendar ? dayKindOf(text, calendarDay(calendar, date)) : undefined;
  return (
    <p class="dm-date__words" id={`${id}-words`} data-date-words aria-live="polite">
      {date ? dayInWords(text.dateBox.day, date, day) : ""}
    </p>
  );
}

/** Where the script asks for the calendar's days; undefined where nobody is signed in. */
export function useDaysUrl(): string | undefined {
  return useContext(BoxCalendar) && "/calendar/days";
}
