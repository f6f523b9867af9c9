import { formatDays } from "./format.ts";
import type { Text } from "./text.ts";
import type { PictureDay } from "./yearCalendar.tsx";

/**
 * What a square says beyond its number: absences with their share, make-up days and holidays by name. An ordinary day
 * says nothing, its number and month are enough.
 */
export function dayLabel(text: Text, day: PictureDay): string {
  if (day.covers.length > 0) return `${day.date} ${coversLabel(text, day)}`;
  if (day.reason === "make-up" || day.reason === "holiday")
    return `${text.dayReason[day.reason]} ${holidayName(text, day)}`.trim();
  return day.rule === "not-reported" ? text.dayRule["not-reported"] : "";
}

function coversLabel(text: Text, day: PictureDay): string {
  const covers = day.covers
    .map((each) => `${text.absenceClass[each.class]} ${text.dayPart[each.part]}`)
    .join(", ");
  const share = day.counted > 0 ? ` ${text.common.days({ days: formatDays(day.counted) })}` : "";
  return `${covers} · ${text.dayRule[day.rule]}${share}`;
}

/** The holiday's name in the language of the page. */
function holidayName(text: Text, day: PictureDay): string {
  return (text.language === "en" ? day.nameEn : undefined) ?? day.name ?? "";
}
