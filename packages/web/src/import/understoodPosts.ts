import type { ImportUnderstood } from "@dunmiao/domain/import/importUnderstood";
import type { PostImportRow } from "@dunmiao/store/importConcurrentPost";
import type { SheetRows } from "./spreadsheet.ts";
import { sampled } from "./understood.ts";

/** A row that can be carried out, with whom and where it is about. */
export type PlannedPost = PostImportRow & { of: { name: string; unit: string; placeName: string } };

/** What a list of concurrent posts was understood to say: its first good rows and one at random, as they would be stored. */
export function understoodPosts(read: SheetRows, good: readonly PlannedPost[]): ImportUnderstood {
  return {
    sheets: [...read.sheets],
    ...(read.text && { text: read.text }),
    people: [],
    units: [],
    posts: sampled(good).map(({ row: { sheetName, row, post, of }, isRandom }) => ({
      ...(sheetName && { sheetName }),
      row,
      isRandom,
      ...post,
      ...of,
    })),
  };
}
