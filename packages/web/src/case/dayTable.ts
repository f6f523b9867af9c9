import type { ExplainedDay } from "@dunmiao/domain/count/explainDays";
import { remembered } from "@dunmiao/domain/remembered";
import { noticeYearOf, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { raw } from "hono/html";
import { dayAnchor } from "../ui/dayAnchor.ts";
import { dayName } from "../ui/dayName.ts";
import { formatDays } from "../ui/format.ts";
import { halfDayName } from "../ui/halfDayName.ts";
import { escapeText } from "../ui/markup.ts";
import { noticeInForce } from "../ui/noticeName.ts";
import { numberOf } from "../ui/ordinal.ts";
import type { Text } from "../ui/text.ts";

type DayTableProps = {
  text: Text;
  days: readonly ExplainedDay[];
  today: string;
  /** Whose notices name the days. */
  calendar: WorkCalendar;
  /** The scheme by its name and version. */
  scheme: string;
  /** On a page of its own it is as long as it is; on the case page it scrolls. */
  isLong?: boolean | undefined;
};

/**
 * The count day by day, one line `#d<yymmdd>` a day: working day or not and by which notice, absence, counted or not and
 * by which rule of which scheme version; days off say nothing more. Short markup (unquoted attributes, end tags left out as HTML allows): 365 lines in about 20 kB.
 */
export function DayTable({ days, text, today, calendar, scheme, isLong = false }: DayTableProps) {
  return dayTable(days, text, today, calendar, scheme, isLong);
}

type Shown = [text: Text, today: string, calendar: WorkCalendar, scheme: string, isLong: boolean];

const dayTable = remembered(
  (days: readonly ExplainedDay[], ...[text, today, calendar, scheme, isLong]: Shown) => {
    const words = text.secondmentPage;
    const weekdays = words.weekdayNames.split(" ");
    const firstDate = days[0]?.date ?? today;
    const firstWeekday = (new Date(`${firstDate}T00:00:00Z`).getUTCDay() + 6) % 7;
    const line = lineWriter(text, today, isLong);
    let body = "";
    let group = "";
    let summed = 0;
    for (const [index, day] of days.entries()) {
      const next = `${day.date.slice(0, 7)} ${day.notice ?? ""}`;
      if (next !== group) body += groupHeader(text, calendar, day);
      group = next;
      summed += day.counted;
      body += line(day, weekdays[(firstWeekday + index) % 7] ?? "");
    }
    const sum = escapeText(words.sum({ days: formatDays(summed) }));
    const caption = escapeText(words.daysCaption({ scheme }));
    const columns = [words.day, words.dayKind, words.dayRule, words.dayAbsence].map(
      (label) => `<th scope=col>${escapeText(label)}`,
    );
    return raw(
      `<div class="${isLong ? "dm-scroll dm-months" : "dm-days"}" id=days role=region aria-label="${escapeText(words.daysLabel)}" tabindex=0>` +
        `<table class=dm-table><caption>${caption} · ${sum}</caption><thead><tr>${columns.join("")}</thead>${body}</table></div>`,
    );
  },
);

function groupHeader(text: Text, calendar: WorkCalendar, day: ExplainedDay): string {
  const [year = "", month = ""] = day.date.split("-");
  const words = text.secondmentPage;
  const noticeYear = noticeYearOf(day.date);
  const source =
    day.notice === undefined
      ? words.noSource({ year: noticeYear })
      : words.source({ notice: noticeInForce(text, calendar, { year: noticeYear, id: day.notice }) });
  return `<tbody><tr><th colspan=4 scope=rowgroup>${escapeText(`${text.yearCalendar.month({ year, month })} · ${source}`)}`;
}

/**
 * Writes the line of a day; the texts of ordinary days are escaped once. Where the lines go over sheets each says its
 * month, too, and what stands alone on one has its whole width.
 */
function lineWriter(text: Text, today: string, isLong?: boolean) {
  const words = text.secondmentPage;
  const working = escapeText(words.working);
  const weekend = escapeText(text.dayReason.weekend);
  const present = escapeText(text.dayRule.present);
  const seen = new Set<string>();
  return (day: ExplainedDay, weekday: string): string => {
    const date = `<tr id=${dayAnchor(day.date)}><td>${day.date.slice(isLong ? 5 : 8)} ${weekday}`;
    const start = `${date}<td>`;
    const whole = isLong ? `${date}<td colspan=3>` : start;
    const isPlain = day.covers.length === 0 && day.halfDayOff === undefined;
    if (isPlain && day.reason === "weekend" && day.rule === "day-off") return whole + weekend;
    if (isPlain && day.reason === "weekday" && day.rule === "present")
      return day.date > today ? whole + working : `${start}${working}<td>${present}`;
    const rule = day.rule === "present" && day.date > today ? "" : ruleLabel(text, day);
    const kind = escapeText(kindLabel(text, day));
    if (isPlain && rule === "") return whole + kind;
    const ruled = `${start}${kind}<td>${escapeText(rule)}`;
    return isPlain ? ruled : `${ruled}<td>${coversHtml(text, day, seen)}`;
  };
}

function kindLabel(text: Text, day: ExplainedDay): string {
  const half = day.halfDayOff ? [halfDayName(text, day.halfDayOff)] : [];
  return [calendarLabel(text, day), ...half].join(text.secondmentPage.uncountedJoin);
}

function calendarLabel(text: Text, day: ExplainedDay): string {
  const name = dayName(text, day);
  if (name === "") return day.working ? text.secondmentPage.working : text.dayReason[day.reason];
  return `${text.dayReason[day.reason]} ${name}`;
}

function ruleLabel(text: Text, day: ExplainedDay): string {
  const { rule } = day;
  const words = text.secondmentPage;
  if (rule === "day-off") return "";
  if (rule === "half-day-off") return text.dayRule[rule];
  const pending = day.pending > 0 ? [words.pending({ days: formatDays(day.pending) })] : [];
  if (rule === "class-counts")
    return [words.counts({ days: formatDays(day.counted) }), ...pending].join(" · ");
  if (rule === "pending" && day.pending > 0) return pending.join("");
  return day.covers.length > 0 ? words.countsNot : text.dayRule[rule];
}

/** What covers a day; the first day of an absence links to its line in the table of absences. */
function coversHtml(text: Text, day: ExplainedDay, seen: Set<string>): string {
  return day.covers
    .map(({ id, class: name, part }) => {
      const half = part === "full" ? "" : ` ${text.dayPart[part]}`;
      const label = escapeText(`${numberOf(id)} ${text.absenceClass[name]}${half}`);
      if (seen.has(id)) return label;
      seen.add(id);
      return `<a href=#absence-${id}>${label}</a>`;
    })
    .join(" ");
}
