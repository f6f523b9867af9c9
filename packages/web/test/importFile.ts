import { writeXlsx } from "hucre/xlsx";
import { headings, partnerHeadings } from "./import/files.ts";

const unitHeadings = ["单位代码", "单位名称", "单位类别", "上级单位"];
const bureau = ["WH", "示例市公安局", "市局", ""];

/** Units of a small city: one bureau, one office, `branches` districts with `stations` stations each. */
export function unitRows(branches: number, stations: number): string[][] {
  const districts = Array.from({ length: branches }, (_, b) => [
    [`B${b}`, `第${b}分局`, "分局", "WH"],
    ...Array.from({ length: stations }, (_, s) => [`B${b}-S${s}`, `第${b}分局${s}所`, "派出所", `B${b}`]),
  ]);
  return [bureau, ["O1", "刑侦支队", "机关", "WH"], ...districts.flat()];
}

/** One person from the office to a station, by code. */
export function personRow(
  index: number,
  station: string,
  more: { post?: string; from?: string } = {},
): string[] {
  const sex = index % 4 === 0 ? "女" : "男";
  const born = index % 3 === 0 ? "1995-06" : "1988-11";
  const { post = "", from = "" } = more;
  return [String(100_000 + index), `学员${100_000 + index}`, sex, born, "民警", "O1", station, post, from];
}

/** The cells of a partner at the host station who is not on file. */
export function partnerCells(number: string): string[] {
  return [number, `老兵${number}`, "男", "1980-01", "执法办案", "师徒结对（标准）", "是", "否"];
}

/** An .xlsx with both sheets; rows that name a partner are longer. */
export function cohortFile(people: string[][], units: string[][] = []): Promise<Uint8Array> {
  const isPaired = people.some((row) => row.length > headings.length);
  const head = isPaired ? [...headings, ...partnerHeadings] : headings;
  const sheets = [{ name: "挂职名单", rows: [head, ...people] }];
  if (units.length > 0) sheets.push({ name: "单位", rows: [unitHeadings, ...units] });
  return writeXlsx({ sheets });
}
