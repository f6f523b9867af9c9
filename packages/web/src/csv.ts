import { detectDelimiter } from "hucre/csv";
import { csvRecords } from "./import/csvRecords.ts";

/** Characters that make Excel or WPS take a cell for a formula. */
const risky = /^'*[=+\-@＝＋－＠\t\r\n]/;
const escaped = /^'+[=+\-@＝＋－＠\t\r\n]/;

/**
 * A CSV for Excel: UTF-8 with BOM, CRLF, quoted where needed. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front; readCsv takes it off again. Numbers are written as they are.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null | undefined)[]>,
): string {
  const lines = [header, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`);
  return `\uFEFF${lines.join("")}`;
}

function writeCell(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = risky.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes off the apostrophe that writeCsv put in front. */
export function unescapeCell(text: string): string {
  return escaped.test(text) ? text.slice(1) : text;
}

/** The records of a CSV one by one, cells as they stand in the file. The text carries no BOM any more. */
export function* readCsv(text: string, delimiter: string = delimiterOf(text)): Generator<string[]> {
  for (const { cells } of csvRecords(text, delimiter)) yield [...cells];
}

/** Excel writes the list separator of its region, and a tab when asked for "Unicode text". */
export function delimiterOf(text: string): string {
  return detectDelimiter(text.slice(0, 20_000));
}

/**
 * The text of a CSV file, or nothing when the bytes are no text. Chinese Excel saves CSV in GB18030, which
 * nearly any bytes can be read as: UTF-8 goes first, because text in GB18030 is practically never valid UTF-8.
 * A Ctrl-Z at the end is how old programs end a file.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of wideEncoding(bytes) ?? ["utf-8", "gb18030"]) {
    try {
      const text = withoutEndMark(new TextDecoder(encoding, { fatal: true }).decode(bytes));
      return /[^\P{Cc}\s]/u.test(text) ? undefined : text;
    } catch {
      // not this encoding: the next one
    }
  }
  return undefined;
}

const CTRL_Z = "\u001a";

function withoutEndMark(text: string): string {
  const end = text.trimEnd();
  return end.endsWith(CTRL_Z) ? withoutEndMark(end.slice(0, -1)) : text;
}

/** UTF-16 says its order by a mark; without one commas, digits and line ends do: half of each of them is nil. */
function wideEncoding(bytes: Uint8Array): string[] | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  const nils = [0, 0];
  bytes.subarray(0, 20_000).forEach((byte, index) => {
    if (byte === 0) nils[index % 2] = (nils[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nils;
  if (even === odd) return undefined;
  return even > odd ? ["utf-16be"] : ["utf-16le"];
}
