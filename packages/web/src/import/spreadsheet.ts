import type { ImportNotice } from "@dunmiao/domain/import/importRow";
import type { ImportUnderstood } from "@dunmiao/domain/import/importUnderstood";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import {
  type PostCells,
  postCells,
  type SecondmentCells,
  secondmentCells,
  type UnitCells,
  unitCells,
} from "./cellSchemas.ts";
import { type AskedColumn, MAX_ROWS, type ParsedRow, readList } from "./list.ts";
import { sheetNotices } from "./notices.ts";
import type { RawWorkbook } from "./rawWorkbook.ts";
import { cohortLists, type FileLists, listsOf, type SheetKey } from "./sheets.ts";
import { readWorkbook } from "./workbook.ts";

export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A file read: its rows in the order of the file, where they stood, and what was not read or may have been meant otherwise. */
export type SheetRows = {
  readonly format: RawWorkbook["format"];
  readonly secondments: readonly ParsedRow<SecondmentCells>[];
  readonly units: readonly ParsedRow<UnitCells>[];
  readonly posts: readonly ParsedRow<PostCells>[];
  readonly sheets: ImportUnderstood["sheets"];
  readonly text?: ImportUnderstood["text"];
  readonly near: readonly AskedColumn[];
  readonly notices: readonly ImportNotice[];
};

/**
 * Reads a file of the lists `wanted`: .xlsx, .xls, or CSV in UTF-8, UTF-16 or GB18030, told apart by content (the name only goes into
 * messages). Refuses the file as `file-too-large` and `too-many-rows` (413), `file-empty`, `file-unreadable`,
 * `file-encrypted`, `lists-hidden`, `sheets-disagree`, `missing-columns`, `repeated-columns`, `quote-not-closed`;
 * problems of single cells are errors of their rows.
 */
export async function readSheets(
  bytes: Uint8Array,
  fileName: string,
  wanted: FileLists = cohortLists,
): Promise<Outcome<SheetRows>> {
  if (bytes.length === 0) return refuse("file-empty", "file", { fileName });
  if (bytes.length > MAX_FILE_BYTES) {
    const limitMegabytes = MAX_FILE_BYTES / 1024 / 1024;
    return refuse("file-too-large", "file", { fileName, limitMegabytes });
  }
  const workbook = await readWorkbook(bytes);
  if (workbook.ok) return readLists(workbook.value, fileName, wanted);
  const [refusal] = workbook.refusals;
  if (refusal?.code === "too-many-rows") return refuse(refusal.code, "file", { fileName, limit: MAX_ROWS });
  if (refusal?.code === "file-too-large") return refuse(refusal.code, "file", { fileName, isPacked: "yes" });
  return refuse(refusal?.code ?? "file-unreadable", "file", { fileName });
}

function readLists(workbook: RawWorkbook, fileName: string, wanted: FileLists): Outcome<SheetRows> {
  const { dateSystem, text } = workbook;
  const lists = listsOf(workbook.sheets, wanted);
  if (!lists.ok) return lists;
  const secondments = readList({
    lists: lists.value.secondments,
    key: "secondments",
    dateSystem,
    full: secondmentCells,
    loose: secondmentCells.partial(),
  });
  if (!secondments.ok) return secondments;
  const units = readList({
    lists: lists.value.units,
    key: "units",
    dateSystem,
    full: unitCells,
    loose: unitCells.partial(),
  });
  if (!units.ok) return units;
  const posts = readList({
    lists: lists.value.posts,
    key: "posts",
    dateSystem,
    full: postCells,
    loose: postCells.partial(),
  });
  if (!posts.ok) return posts;
  const all = [secondments.value, units.value, posts.value];
  if (all.every(({ rows }) => rows.length === 0)) return refuse("file-empty", "file", { fileName });
  const sheetsOf = (holds: SheetKey, { sheets }: { sheets: readonly { name: string; rows: number }[] }) =>
    sheets.map((sheet) => ({ ...sheet, holds }));
  return accept({
    format: workbook.format,
    secondments: secondments.value.rows,
    units: units.value.rows,
    posts: posts.value.rows,
    sheets: [
      ...sheetsOf("secondments", secondments.value),
      ...sheetsOf("units", units.value),
      ...sheetsOf("posts", posts.value),
    ],
    ...(text && { text }),
    near: all.flatMap(({ near }) => near),
    notices: [
      ...sheetNotices(lists.value),
      ...(workbook.mayStrikeParts ? [{ code: "parts-struck" }] : []),
      ...all.flatMap(({ notices }) => notices),
    ],
  });
}
