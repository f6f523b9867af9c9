import type { ImportNotice, ImportRefusal } from "@dunmiao/domain/import/importRow";
import { placeOf } from "./checked.ts";
import type { NearColumn } from "./list.ts";
import type { SheetRows } from "./spreadsheet.ts";

/** The code of a heading that is asked about. */
export const NEAR_MISS = "column-near-miss";
export type Asked = { problems: ImportRefusal[]; notices: ImportNotice[]; headings: string[] };

/** Headings that may mean a column of ours: each is a problem of its row until a person leaves it out; the rows are read without it. */
export function askedAbout(read: SheetRows, leaveOut: readonly string[]): Asked {
  const isLeftOut = ({ heading }: NearColumn) => leaveOut.includes(heading);
  const open = read.near.filter((near) => !isLeftOut(near));
  const leftOut = read.near.filter(isLeftOut).map(({ sheetName, row, heading }) => ({
    ...(sheetName && { sheet: sheetName }),
    row,
    column: heading,
    code: "column-left-out",
  }));
  return {
    problems: open.map((near) => ({
      ...placeOf(near),
      column: near.heading,
      code: NEAR_MISS,
      params: { heading: near.heading, meant: near.meant.zh, meantEnglish: near.meant.en },
    })),
    notices: [...read.notices, ...leftOut],
    headings: [...new Set(open.map(({ heading }) => heading))],
  };
}
