import { plainCode, plainText } from "@dunmiao/domain/plainText";
import type { RefusalCode } from "@dunmiao/domain/refusal";
import { writtenDate } from "@dunmiao/domain/writtenDate";

/**
 * A cell as a file shows it. `problem` is a stable code for a cell whose content must not be used; a date that the cell
 * shows in part only comes with it, since a birth month needs no day.
 */
export type RawCell = string | number | boolean | Date | null | CellProblem;
export type CellProblem = {
  readonly problem: RefusalCode;
  readonly params?: Params;
  readonly date?: Date;
  readonly showsMonth?: boolean;
  /** What a formula shows, where the file says so and it is a text. */
  readonly result?: string;
};
/** One cell understood (`""` = blank), or why not. */
export type Reading = { readonly value: string } | { readonly code: RefusalCode; readonly params?: Params };
export type Params = Readonly<Record<string, string | number>>;

const excelError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|ERR!)$/;
/** What Excel leaves in a CSV after it took a long number for a quantity: the digits are gone. */
const scientific = /^\d(?:\.\d+)?E[+-]?\d+$/i;
/** Excel keeps 15 digits of a number and zeroes the rest. */
const FIRST_INEXACT_NUMBER = 1e15;
/** A plain number from here to there is a year, with its month behind a point, and no day of 1905. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];
const MILLISECONDS_PER_DAY = 86_400_000;
/** The day on which 1970 began, counted as each date system counts. */
export const SERIAL_OF_1970 = { "1900": 25_569, "1904": 24_107 };

export type DateSystem = keyof typeof SERIAL_OF_1970;

/** Whether nothing is written in the cell. A formula counts as something. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && plainText(cell) === "");
}

/** Whether the cell must not be used for the reason given. */
export function isProblem(cell: RawCell | undefined, problem: string): boolean {
  return typeof cell === "object" && cell !== null && "problem" in cell && cell.problem === problem;
}

/** A text: names, units, posts. Numbers give their digits; dates and true/false are not text. */
export function readText(cell: RawCell): Reading {
  if (cell === null) return { value: "" };
  if (typeof cell === "string") {
    const value = plainText(cell);
    if (value.includes("\ufffd")) return { code: "character-lost" };
    return excelError.test(value) ? { code: "cell-error", params: { error: value } } : { value };
  }
  if (typeof cell === "number") return readDigits(cell);
  if (cell instanceof Date || typeof cell === "boolean") return { code: "not-text" };
  return { code: cell.problem, ...(cell.params && { params: cell.params }) };
}

/** The name of a person. A question mark is what a program leaves of a rare character that its encoding has not. */
export function readName(cell: RawCell): Reading {
  const text = readText(cell);
  return "value" in text && /[?？]/.test(text.value) ? { code: "character-lost" } : text;
}

/** A service number or unit code: digits, letters, hyphens in narrow form. Anything that Excel may have changed is an error, never repaired. */
export function readCode(cell: RawCell): Reading {
  if (dateOf(cell)) return { code: "number-lost-digits" };
  const text = readText(cell);
  if ("code" in text) return text;
  const value = plainCode(text.value);
  return scientific.test(value) && /[.+-]/.test(value) ? { code: "number-lost-digits" } : { value };
}

function readDigits(value: number): Reading {
  const isExact = Number.isInteger(value) && value >= 0 && value < FIRST_INEXACT_NUMBER;
  return isExact ? { value: String(value) } : { code: "number-lost-digits" };
}

/** One word of a closed list, in either language, any case. */
export function readWord(words: ReadonlyMap<string, string>, code: RefusalCode) {
  return (cell: RawCell): Reading => {
    const text = readText(cell);
    if ("code" in text || text.value === "") return text;
    const value = words.get(text.value.normalize("NFKC").toLowerCase());
    return value === undefined ? { code } : { value };
  };
}

/** The date in a cell, also where the cell shows a part of it only. */
function dateOf(cell: RawCell): Date | undefined {
  if (cell instanceof Date) return cell;
  return typeof cell === "object" && cell !== null ? cell.date : undefined;
}

/** A calendar date, YYYY-MM-DD: a date cell, an Excel serial, or a text written year first. No time zone takes part, so a time of day is refused: whose day would it be? */
export function readDate(cell: RawCell, system: DateSystem): Reading {
  if (cell instanceof Date) return isoDay(cell.getTime());
  if (typeof cell === "number" && cell < 1e6)
    return isoDay((cell - SERIAL_OF_1970[system]) * MILLISECONDS_PER_DAY);
  const text = readText(cell);
  if ("code" in text || text.value === "") return text;
  return realDate(text.value);
}

/** A month, YYYY-MM: `1995-06`, `1995/6`, `1995年6月`, `199506`, or any date of readDate. `1995.1` may have been 1995.10 and is refused. */
export function readMonth(cell: RawCell, system: DateSystem): Reading {
  if (typeof cell === "object" && cell !== null && "showsMonth" in cell && cell.showsMonth && cell.date)
    return readMonth(cell.date, system);
  if (typeof cell === "number" && cell >= FIRST_YEAR && cell < LAST_YEAR)
    return readMonth(String(cell), system);
  const text = typeof cell === "number" && cell > 1e5 ? { value: String(cell) } : readText(cell);
  const value = "value" in text ? text.value.normalize("NFKC") : "";
  if (/^\d{4}\.\d$/.test(value)) return { code: "number-lost-digits" };
  const parts = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?月?$/.exec(value) ?? /^(\d{4})(\d\d)$/.exec(value);
  const date = parts ? realDate(`${parts[1]}-${parts[2]}-01`) : readDate(cell, system);
  if ("code" in date) return date.code === "not-a-date" ? { ...date, code: "not-a-month" } : date;
  return { value: date.value.slice(0, 7) };
}

function isoDay(milliseconds: number): Reading {
  const date = new Date(milliseconds);
  const isDay = milliseconds % MILLISECONDS_PER_DAY === 0;
  const isInRange = date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 2100;
  if (isDay && isInRange) return { value: date.toISOString().slice(0, 10) };
  // The cell may show a day and nothing else: what is in the way is said.
  return isInRange ? { code: "not-a-date", params: { hasTime: 1 } } : { code: "not-a-date" };
}

function realDate(text: string): Reading {
  const value = writtenDate(text);
  return value === undefined ? { code: "not-a-date" } : { value };
}
