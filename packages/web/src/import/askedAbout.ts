import type { ImportNotice, ImportRefusal } from "@dunmiao/domain/import/importRow";
import { placeOf } from "./checked.ts";
import type { AskedColumn } from "./list.ts";
import type { SheetRows } from "./spreadsheet.ts";

/** The codes of a heading that is asked about. */
const NEAR_MISS = "column-near-miss";
const UNREADABLE = "heading-unreadable";

/** Whether a problem is a heading that a person may leave out. */
export function isAskedHeading({ code }: Pick<ImportRefusal, "code">): boolean {
  return code === NEAR_MISS || code === UNREADABLE;
}

export type Asked = { problems: ImportRefusal[]; notices: ImportNotice[]; headings: string[] };

/** Headings that may mean a column of ours or cannot be read: each is a problem of its row until a person leaves it out; the rows are read without it. */
export function askedAbout(read: SheetRows, leaveOut: readonly string[]): Asked {
  const isLeftOut = ({ heading }: AskedColumn) => leaveOut.includes(heading);
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
      ...reasonOf(near),
    })),
    notices: [...read.notices, ...leftOut],
    headings: [...new Set(open.map(({ heading }) => heading))],
  };
}

function reasonOf({ heading, meant, doubt }: AskedColumn): Pick<ImportRefusal, "code" | "params"> {
  if (meant) return { code: NEAR_MISS, params: { heading, meant: meant.zh, meantEnglish: meant.en } };
  return { code: UNREADABLE, params: { heading, ...(doubt === "formula" && { isFormula: 1 }) } };
}
