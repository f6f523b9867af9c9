import type { PostCells, SecondmentCells, UnitCells } from "./cellSchemas.ts";
import type { DateSystem, RawCell, Reading } from "./cells.ts";
import type { Words } from "./columnWords.ts";

/** A column of a sheet: its heading in both languages, what else it may be called, how its cells are read. */
export type Column = {
  readonly key: keyof SecondmentCells | keyof UnitCells | keyof PostCells | "number" | "unit";
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
  readonly isRequired: boolean;
  readonly read: (cell: RawCell, system: DateSystem) => Reading;
  readonly blank?: string;
  /** The template of a cohort that took posts over fills it in: alone it is a post without an officer, not a row. */
  readonly isPrefilled?: true;
  /** It is about the mentor at the host station: a heading means it only where it says so. */
  readonly isOfPartner?: true;
  /** The words that a cell may hold, for its drop-down and for lists that we write. */
  readonly words?: Words;
  /** Further words may stand in it, which only the check knows: the drop-down warns of them and lets them be. */
  readonly isOpen?: true;
};
