import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { csvBytes, headings, listFile, person } from "./files.ts";
import { xlsFile } from "./xlsFile.ts";

/** Columns of the list by their letters, as a clerk calls them. */
export type Letter = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I";
const placeOf = (letter: string) => letter.charCodeAt(0) - 65;

/** A person of the cases: units that are on file, a birth month and a start within bounds. */
export function somebody(index = 1): string[] {
  return person(index).with(5, "O1").with(6, `S${index}`);
}

const SHEET = "xl/worksheets/sheet1.xml";
/** A list of one person in which one cell is written by hand, as XML. */
export async function xml(ref: string, cell: string, people = [somebody()]): Promise<Uint8Array> {
  const parts = unzipSync(await listFile(people));
  const text = strFromU8(parts[SHEET] ?? new Uint8Array());
  const found = new RegExp(`<c r="${ref}"[^>]*(?:/>|>.*?</c>)`).exec(text)?.[0];
  if (!found) throw new Error(`no cell ${ref}`);
  return zipSync({ ...parts, [SHEET]: strToU8(text.replace(found, () => cell)) });
}

/** The same cell under a display format in an .xlsx and in an .xls. */
export const shown = {
  xlsx: (letter: Letter, value: CellValue, format: string): Promise<Uint8Array> => {
    const row: CellValue[] = [...somebody()];
    row[placeOf(letter)] = value;
    const cells: NonNullable<WriteSheet["cells"]> = new Map([
      [`1,${placeOf(letter)}`, { style: { numFmt: format } }],
    ]);
    return listFile([row], { cells });
  },
  xls: async (letter: Letter, value: number | string, format: string): Promise<Uint8Array> =>
    xlsFile([headings, somebody().map((cell, at) => (at === placeOf(letter) ? { value, format } : cell))]),
};

/** A list of one person with one cell typed otherwise. */
export function typed(letter: Letter, value: CellValue): Promise<Uint8Array> {
  const row: CellValue[] = [...somebody()];
  row[placeOf(letter)] = value;
  return listFile([row]);
}

/** A text file of the list; each line is given whole. */
export function lines(...text: string[]): Uint8Array {
  return csvBytes([headings.join(","), ...text].join("\r\n"));
}

/** Cells of the list as they are copied out of a spreadsheet. */
export function pasted(...text: string[]): Uint8Array {
  return csvBytes([headings.join("\t"), ...text].join("\r\n"));
}

export function utf16(text: string, isBigEndFirst = false): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(isBigEndFirst ? bytes.swap16() : bytes);
}
