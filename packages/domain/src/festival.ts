import * as z from "zod";
import type { CalendarNotice } from "./workCalendar.ts";

/** The seven festivals that every yearly notice of the State Council settles. */
export const festivals = [
  "new-year",
  "spring-festival",
  "qingming",
  "labour-day",
  "dragon-boat",
  "mid-autumn",
  "national-day",
] as const;
export const festivalSchema = z.enum(festivals);
export type Festival = z.infer<typeof festivalSchema>;

/** How notices call them; the first is the name that a day gets. */
const names: Readonly<Record<Festival, RegExp>> = {
  "new-year": /元旦|new year/i,
  "spring-festival": /春节|除夕|spring festival/i,
  qingming: /清明|qingming|tomb/i,
  "labour-day": /劳动节|labou?r day/i,
  "dragon-boat": /端午|dragon boat/i,
  "mid-autumn": /中秋|mid-autumn/i,
  "national-day": /国庆|national day/i,
};

/** Festivals with a fixed date are there when that date is off, whatever the day is called. */
const fixedDates: Partial<Record<Festival, string>> = {
  "new-year": "01-01",
  "labour-day": "05-01",
  "national-day": "10-01",
};

/** Festivals that a name mentions: `国庆节、中秋节` is two. */
export function festivalsIn(name: string): Festival[] {
  return festivals.filter((festival) => names[festival].test(name));
}

/**
 * Festivals for which a notice sets no day off, in the order of the year: with them missing the year would lose its
 * provisional flag and still count their days as working days.
 */
export function missingFestivals({ year, days }: Pick<CalendarNotice, "year" | "days">): Festival[] {
  const off = days.filter((day) => !day.working);
  const named = new Set(off.flatMap(({ name, nameEn = "" }) => festivalsIn(`${name} ${nameEn}`)));
  return festivals.filter((festival) => {
    const fixed = fixedDates[festival];
    return fixed === undefined ? !named.has(festival) : !off.some(({ date }) => date === `${year}-${fixed}`);
  });
}
