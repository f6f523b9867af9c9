import { writeXlsx } from "hucre/xlsx";
import type { PostCells } from "./cellSchemas.ts";
import { INSTRUCTIONS, sheetsOfTemplate } from "./columns.ts";
import { instructionSheet } from "./instructionSheet.ts";
import { postLists } from "./sheets.ts";
import { cellsIn, dropDown, listSheet, wordIn } from "./template.ts";
import { type Language, label } from "./templateTexts.ts";

const sheet = sheetsOfTemplate.posts;

/**
 * A list of concurrent posts as .xlsx with the rows given, empty as a template; the places, as a list writes them, stand
 * below the instructions to be chosen from. The same input gives the same bytes.
 */
export function postTemplate(
  language: Language,
  places: readonly string[],
  filled: readonly PostCells[] = [],
): Promise<Uint8Array> {
  const instructions = instructionSheet(language, { lists: postLists, notes: "postNotes" });
  const first = instructions.rows.length + 3;
  const listed = [[], [label(sheet.columns[2] ?? INSTRUCTIONS, language)], ...places.map((place) => [place])];
  const formula1 = `'${label(INSTRUCTIONS, language)}'!$A$${first}:$A$${first + places.length - 1}`;
  return writeXlsx({
    sheets: [
      {
        ...listSheet(sheet, language, filled.map(cellsIn(language, sheet.columns))),
        dataValidations: [
          ...sheet.columns.flatMap(({ key, words }) =>
            words ? dropDown(sheet.columns, key, { values: words.map(wordIn(language)) }) : [],
          ),
          ...(places.length === 0
            ? []
            : [dropDown(sheet.columns, "place", { formula1, errorStyle: "warning" })]),
        ],
      },
      { ...instructions, rows: [...instructions.rows, ...listed] },
    ],
    properties: { created: new Date(0), modified: new Date(0) },
  });
}
