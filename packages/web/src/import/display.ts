import { format, getFormatDateInfo } from "numfmt";
import { type CellProblem, type DateSystem, type RawCell, SERIAL_OF_1970 } from "./cells.ts";

const options = { locale: "zh-CN", throws: true, dateErrorThrows: true };
const MILLISECONDS_PER_DAY = 86_400_000;
/** The formatter counts days from 1900 only. */
const DAYS_TO_1904 = 1462;
/** Formats under which a number is shown as it is; Chinese Excel writes the first word into .xls files. */
const general = /^(?:G\/通用格式|general|@)?$/i;
/** What stands in quotes or behind a backslash is text and no instruction. */
const literals = /"[^"]*"|\\./g;
/**
 * What the formatter passes over without a word: Chinese numerals, calendars and digits of other scripts, the escape
 * `!`, and a character repeated up to the width of the column, unless it is spaces at the beginning.
 */
const unsure = /\[DBNum|\[\$[^\]]*-[0-9a-f]{5,}\]|!|(?<!^|;|_.)\*|\*[^ ]/i;
const calendars = /\[\$[^\]]*-[0-9a-f]{5,}\]/i;
const severalSections = /;(?!@$)|\[[<>=]/;

/**
 * What a cell of a workbook shows: its display format is applied to the value that is stored, because a clerk reads
 * `0701` where 701 is stored. Whatever cannot be shown for certain is a problem of the cell (`format-unknown`), and so
 * is a cell that shows less or something else than it holds (`shown-otherwise`).
 */
export function shownCell(
  value: string | number | boolean | Date | null,
  pattern: string | undefined,
  system: DateSystem,
): RawCell {
  if (typeof value === "string") return shownText(value, pattern ?? "");
  if (typeof value !== "number" && !(value instanceof Date)) return value;
  const serial =
    typeof value === "number" ? value : value.getTime() / MILLISECONDS_PER_DAY + SERIAL_OF_1970[system];
  if (pattern === undefined || general.test(pattern)) return shownPlainly(serial);
  const parts = attempt(() => getFormatDateInfo(pattern));
  if (!parts) return unknown(pattern);
  const { year, month, day, hours, minutes, seconds } = parts;
  if (![year, month, day, hours, minutes, seconds].includes(true)) return shownNumber(serial, pattern);
  const bare = pattern.replace(literals, "x");
  const onScale = system === "1904" ? serial + DAYS_TO_1904 : serial;
  const shown = attempt(() => format(pattern, onScale, options));
  if (shown === undefined || calendars.test(bare) || severalSections.test(bare)) return unknown(pattern);
  const date = new Date(Math.round((serial - SERIAL_OF_1970[system]) * MILLISECONDS_PER_DAY));
  if (year && month && day) return date;
  return { ...otherwise(shown), date, showsMonth: year && month };
}

function shownText(value: string, pattern: string): RawCell {
  if (!/[@;]/.test(pattern) || pattern === "@" || value.trim() === "") return value;
  if (unsure.test(pattern.replace(literals, "x"))) return unknown(pattern);
  const shown = attempt(() => format(pattern, value, options));
  if (shown === undefined) return unknown(pattern);
  return shown.trim() === "" ? otherwise(shown) : shown;
}

/** Without a format a number of more than eleven digits is shown as a power of ten. */
function shownPlainly(serial: number): RawCell {
  const shown = format("General", serial, options);
  return Number.isInteger(serial) && shown !== String(serial) ? otherwise(shown) : serial;
}

/** A format that rounds, divides or hides shows other digits than the cell holds. */
function shownNumber(serial: number, pattern: string): RawCell {
  if (unsure.test(pattern.replace(literals, "x"))) return unknown(pattern);
  const shown = attempt(() => format(pattern, serial, options))?.trim();
  if (shown === undefined) return unknown(pattern);
  const digits = (text: string) => text.replace(/\D/g, "");
  const isWhole = digits(shown).includes(digits(String(serial))) || !/[\d#]/.test(shown);
  return shown === "" || !isWhole ? otherwise(shown) : shown;
}

const unknown = (pattern: string): CellProblem => ({
  problem: "format-unknown",
  params: { format: pattern },
});
const otherwise = (shown: string): CellProblem => ({
  problem: "shown-otherwise",
  params: { shown: shown.trim() },
});

/** The formatter throws on what it does not know: here that is an answer. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
