import { remembered } from "@dunmiao/domain/remembered";
import { raw } from "hono/html";
import { calendarLegend, weekdayLetters } from "./calendarLegend.ts";
import { classFamily } from "./classFamily.ts";
import { dayAnchor } from "./dayAnchor.ts";
import { dayLabel } from "./dayLabel.ts";
import { escapeText } from "./markup.ts";
import type { PictureDay } from "./pictureDay.ts";
import type { Text } from "./text.ts";

type CalendarProps = { text: Text; days: readonly PictureDay[]; today: string };

const pitch = 24;
/** Squares reach from 15 above their baseline to 7 below; the letters of the weekdays stand above the first. */
const firstBaseline = 35;
const left = 72;
const right = left + 37 * pitch;

/**
 * The days of a term, oldest first: months as rows, weekdays under each other, each day a link to its line `#d<yymmdd>`
 * of the explanation that the caller shows as a table. Written as one string with short markup (unquoted attributes, places
 * within a month from the style sheet): 365 squares are built in a fraction of a millisecond and stay under 25 kB.
 */
export function YearCalendar({ text, days, today }: CalendarProps) {
  return yearCalendar(days, text, today);
}

const yearCalendar = remembered((days: readonly PictureDay[], text: Text, today: string) => {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return raw("");
  const months = byMonth(days);
  const height = months.length * pitch + 20;
  const title = escapeText(text.yearCalendar.title({ from: first.date, to: last.date }));
  let rows = "";
  for (const [index, month] of months.entries())
    rows += monthRow(text, month, { y: index * pitch + firstBaseline, today });
  return raw(
    `<div class="dm-scroll dm-calendar" role="region" aria-label="${escapeText(text.yearCalendar.label)}" tabindex="0">` +
      `<a class="govuk-skip-link" href="#after-calendar">${escapeText(text.yearCalendar.skip)}</a>` +
      `<svg class="dm-year" viewBox="0 0 ${right} ${height}" width="${right}" height="${height}" role="group" aria-label="${title}"><title>${title}</title>` +
      `${hatch}${weekdayLetters(text, left, pitch)}${rows}</svg></div>${calendarLegend(text)}<span id="after-calendar" tabindex="-1"></span>`,
  );
});

const hatch =
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="#1b2430" stroke-opacity=".35" stroke-width="1.5"/></pattern>';

function byMonth(days: readonly PictureDay[]): PictureDay[][] {
  const months: PictureDay[][] = [];
  let open = "";
  for (const day of days) {
    const month = day.date.slice(0, 7);
    if (month !== open) months.push([]);
    open = month;
    months.at(-1)?.push(day);
  }
  return months;
}

function monthRow(text: Text, days: readonly PictureDay[], at: { y: number; today: string }): string {
  const [year = "", month = "", firstDay = "1"] = (days[0]?.date ?? "").split("-");
  const name = escapeText(text.yearCalendar.month({ year, month }));
  const weekdayOfFirst = (new Date(`${year}-${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const x = left + (weekdayOfFirst + Number(firstDay) - 1) * pitch;
  let squares = "";
  for (const day of days) squares += square(text, day, at.today);
  return (
    `<text class=m y=${at.y}>${name}</text>` +
    `<g transform="translate(${x} ${at.y})" role=group aria-label="${name}">${squares}${hatched(days)}</g>`
  );
}

function square(text: Text, day: PictureDay, today: string): string {
  const label = dayLabel(text, day);
  const title = label === "" ? "" : `<title>${escapeText(label)}</title>`;
  const cover = (day.covers.length > 0 ? shapes(day) : background(day)) + halfOff(day);
  const mark = day.date === today ? " class=t" : "";
  return `<a href=#${dayAnchor(day.date)}${mark}>${title}${cover}<text>${Number(day.date.slice(8))}</text></a>`;
}

function background(day: PictureDay): string {
  if (day.rule === "after-last-day") return "<rect class=e />";
  if (day.reason === "make-up") return "<rect class=k />";
  if (!day.working) return "<rect class=o />";
  return day.rule === "not-reported" ? "<rect class=r />" : "<rect/>";
}

/** The half that a group has off lies over everything: what covers it does not count. */
function halfOff({ halfDayOff }: PictureDay): string {
  return halfDayOff ? `<rect class="o h${halfDayOff.half === "am" ? "" : " l"}"/>` : "";
}

/** An absence over the kind of day beneath it: a half day covers half the square, a pending one is only outlined, a day off stays faint. */
function shapes(day: PictureDay): string {
  let drawn = background(day);
  for (const cover of day.covers) {
    const isPending = cover.state === "requested" || cover.state === "recorded" ? " q" : "";
    const part = cover.part === "full" ? "" : cover.part === "am" ? " h" : " h l";
    const isFaint = day.working ? "" : " z";
    drawn += `<rect class="${classFamily(cover.class)}${part}${isPending}${isFaint}"/>`;
  }
  return drawn;
}

/** One hatched strip over the run of days whose notice is not published (25 December onwards: one run a month). */
function hatched(days: readonly PictureDay[]): string {
  const first = days.findIndex((day) => day.provisional);
  if (first < 0) return "";
  const width = days.filter((day) => day.provisional).length * pitch - 2;
  return `<path class=v d="M${first * pitch} -15h${width}v22h-${width}z" fill=url(#hatch) />`;
}
