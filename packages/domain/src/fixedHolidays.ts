/** A day off with the same date every year. */
export type FixedHoliday = { readonly name: string; readonly nameEn: string };

/** First year in which the regulation of 2024 holds (国务院令第795号: 劳动节 has two days since). */
export const fixedSinceYear = 2025;

/**
 * Days off with a fixed date (全国年节及纪念日放假办法, art. 2): off by regulation also in a year whose notice is not
 * published. Festivals of the lunar calendar, days given in exchange and make-up days are for the notice alone.
 */
export const fixedHolidays: ReadonlyMap<string, FixedHoliday> = new Map([
  ["01-01", { name: "元旦", nameEn: "New Year's Day" }],
  ["05-01", { name: "劳动节", nameEn: "Labour Day" }],
  ["05-02", { name: "劳动节", nameEn: "Labour Day" }],
  ["10-01", { name: "国庆节", nameEn: "National Day" }],
  ["10-02", { name: "国庆节", nameEn: "National Day" }],
  ["10-03", { name: "国庆节", nameEn: "National Day" }],
]);

/** The fixed day off of a date, whatever its year's notice says. */
export function fixedHoliday(date: string): FixedHoliday | undefined {
  return Number(date.slice(0, 4)) >= fixedSinceYear ? fixedHolidays.get(date.slice(5)) : undefined;
}
