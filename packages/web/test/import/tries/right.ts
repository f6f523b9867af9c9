import { writeXlsx } from "hucre/xlsx";
import { headings } from "../files.ts";
import { somebody } from "../tryFiles.ts";

type File = Uint8Array | Promise<Uint8Array>;
/**
 * What is right of a file: `7 100001 学员1 1995-06 2026-03-02` for a person as it would be stored (row, number, name,
 * birth month, start), `2 name cell-error` for a cell that is said to be wrong, `… notice` for what is told, and
 * `refused …` for the whole file.
 */
type Try = readonly [what: string, file: () => File, ...right: string[]];

export type Tries = Readonly<Record<string, readonly Try[]>>;

export const stored = "2 100001 学员1 1995-06 2026-03-02";
export const as = (facts: { number?: string; name?: string; born?: string; from?: string }) =>
  `2 ${facts.number ?? "100001"} ${facts.name ?? "学员1"} ${facts.born ?? "1995-06"} ${facts.from ?? "2026-03-02"}`;
export const second = "3 100002 学员2 1995-06 2026-03-02";
export const list = (name: string, ...people: string[][]) => ({ name, rows: [headings, ...people] });
export const book = (...sheets: Parameters<typeof writeXlsx>[0]["sheets"]) => writeXlsx({ sheets });
export const under = (at: number, heading: string) =>
  book({ name: "挂职名单", rows: [headings.with(at, heading), somebody()] });
export const row = somebody().join(",");
