import type { DayKind } from "../dayInWords.ts";
import { weekdayOf } from "../dayInWords.ts";
import type { Text } from "../text.ts";
import { jsonHeaders } from "./jsonHeaders.ts";

/** What the server tells of its calendar; the words are those of the page's language. */
export type Days = {
  days: Record<string, { working: boolean; name: string }>;
  published: number[];
  /** Days off by regulation (`01-01`) of years without a notice, by name. */
  fixed: { sinceYear: number; days: Record<string, string> };
  /** Half days of groups in words: by date in the years whose notice states them (`told`), in the others by `03-08`. */
  halfDays: { told: number[]; days: Record<string, string>; byRegulation: Record<string, string> };
  words: Text["dateBox"];
};

const asked = new Map<string, Promise<Days | undefined>>();

/** The calendar's days, asked for once a page; undefined when they did not arrive: the box works without. */
export function calendarDays(url: string): Promise<Days | undefined> {
  const answer = asked.get(url) ?? fetchDays(url);
  asked.set(url, answer);
  return answer;
}

async function fetchDays(url: string): Promise<Days | undefined> {
  try {
    const response = await fetch(url, { headers: jsonHeaders() });
    // The product's own answer, in the shape of its own route.
    return response.ok ? ((await response.json()) satisfies Days) : undefined;
  } catch {
    return undefined;
  }
}

/** What a date is; the last week of December belongs to the notice of the next year, as the server has it. */
export function kindOfDay(calendar: Days, date: string): DayKind {
  const { days, published, fixed } = calendar;
  const year = Number(date.slice(0, 4)) + (date.slice(5) >= "12-25" ? 1 : 0);
  const provisional = !published.includes(year);
  const set = days[date];
  const halfDays = halfDaysOf(calendar, year, date);
  if (set?.working) return { kind: "make-up", name: set.name, provisional, halfDays };
  if (set) return { kind: "holiday", name: set.name, provisional };
  const byRegulation = year >= fixed.sinceYear ? fixed.days[date.slice(5)] : undefined;
  if (provisional && byRegulation !== undefined) return { kind: "holiday", name: byRegulation, provisional };
  return weekdayOf(date) <= 5 ? { kind: "weekday", provisional, halfDays } : { kind: "weekend", provisional };
}

function halfDaysOf({ halfDays }: Days, year: number, date: string): string | undefined {
  return halfDays.told.includes(year) ? halfDays.days[date] : halfDays.byRegulation[date.slice(5)];
}
