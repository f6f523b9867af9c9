import { formatDays } from "./format.ts";
import { halfDayName } from "./halfDayName.ts";
import type { PictureDay } from "./pictureDay.ts";
import type { Text } from "./text.ts";

/**
 * What a square says beyond its number: absences with their share, make-up days and holidays by name. An ordinary day
 * says nothing, its number and month are enough.
 */
export function dayLabel(text: Text, day: PictureDay): string {
  const said = day.covers.length > 0 ? coversLabel(text, day) : dayOnCalendar(text, day);
  return said === "" ? "" : `${Number(day.date.slice(8))} ${said}`;
}

function dayOnCalendar(text: Text, day: PictureDay): string {
  const provisional = day.provisional ? [text.common.provisional] : [];
  if (day.reason === "holiday") return [holidayName(text, day), ...provisional].join(" · ");
  if (day.reason === "make-up") return `${text.yearCalendar.makeUp} ${holidayName(text, day)}`.trim();
  if (day.halfDayOff) return [halfDayName(text, day.halfDayOff), ...provisional].join(" · ");
  return day.rule === "not-reported" ? text.yearCalendar.notReported : "";
}

function coversLabel(text: Text, day: PictureDay): string {
  const share = day.counted > 0 ? ` ${formatDays(day.counted)}` : "";
  const rule = day.rule === "half-day-off" ? "" : ` · ${text.dayRule[day.rule]}${share}`;
  const off = day.halfDayOff ? ` · ${halfDayName(text, day.halfDayOff)}` : "";
  return `${day.covers.map((each) => coverLabel(text, each)).join(", ")}${rule}${off}`;
}

function coverLabel(text: Text, cover: PictureDay["covers"][number]): string {
  const name = text.absenceClass[cover.class];
  return cover.part === "full" ? name : `${name} ${text.dayPart[cover.part]}`;
}

/** The holiday's name in the language of the page. */
function holidayName(text: Text, day: PictureDay): string {
  return (text.language === "en" ? day.nameEn : undefined) ?? day.name ?? text.dayReason[day.reason];
}
