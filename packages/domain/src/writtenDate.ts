import { plainText } from "./plainText.ts";

/** Years outside are slips of a key, not dates of anybody's service. */
const years = { first: 1900, last: 2099 };
const separated =
  /^(\d{4}) ?[-/.。年\p{Pd}−] ?(\d{1,2}) ?[-/.。月\p{Pd}−] ?(\d{1,2}) ?[日号]?(?:[T ]00?:00(?::00(?:\.0+)?)?)?$/u;
const together = /^(\d{4})(\d\d)(\d\d)$/;

/**
 * The calendar date YYYY-MM-DD that a person wrote or pasted, year first: `2026-3-9`, `2026/3/9`, `2026.3.9`,
 * `2026年3月9日`, `20260309`, full width, with blanks around or with the 。 of a Chinese keyboard for the point. Undefined for everything else: a day that does not
 * exist, a time of day (whose day would it be?), a day before a year. One reader for lists, forms and the browser, which
 * is why no library is loaded for it.
 */
export function writtenDate(text: string): string | undefined {
  const value = plainText(text).normalize("NFKC");
  const parts = separated.exec(value) ?? together.exec(value);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  if (year < years.first || year > years.last) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that does not exist has become another one.
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
