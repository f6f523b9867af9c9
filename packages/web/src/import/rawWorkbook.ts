import type { DateSystem, RawCell } from "./cells.ts";

/** A row with something in it; `row` counts from 1, as Excel shows it. */
export type RawRow = {
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly isHidden?: boolean;
  /** Something in the row is struck through. */
  readonly isStruck?: boolean;
  /** Lines of a text file that this row stands on, and the cell (from 0) whose quotation mark is in doubt. */
  readonly lines?: number;
  readonly doubtfulCell?: number;
};

export type RawSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly RawRow[];
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly isFiltered?: boolean;
  /** Something stands beyond the last column that is read. */
  readonly isCutOff?: boolean;
};

export type RawWorkbook = {
  readonly format: "xlsx" | "xls" | "csv";
  readonly dateSystem: DateSystem;
  readonly sheets: readonly RawSheet[];
  /** Parts of texts may be struck through, and the file does not say for certain where. */
  readonly mayStrikeParts?: boolean;
  /** Of a text file: its lines, and the records that they make. */
  readonly text?: { readonly lines: number; readonly records: number };
};
