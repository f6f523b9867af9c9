import { type CellValue, readXlsx, writeXlsx } from "hucre/xlsx";
import { placeOf, type Reading } from "./site.ts";

/** A reading's own people and district: what the other reading has brought in is in nobody's way. */
export function spoiltList(reading: Reading) {
  const at = placeOf(reading);
  const branch = `E${at}`;
  const station = (number: number) => `${branch}-0${number}`;
  const person = (serviceNumber: string, number: number, from: string) => ({
    serviceNumber,
    name: `表员${at}${number}`,
    sex: number % 2 ? "female" : "male",
    birthMonth: "1991-04",
    hostStation: station(number),
    from,
  });
  return {
    branch,
    /** On file before, with its zero, and what a cell of numbers makes of it. */
    known: `070530${at}`,
    eaten: 705_300 + at,
    /** Two lists on two sheets; the zero of the first person of the second is gone. */
    sheets: [
      [person(`030${at}01`, 1, "2026-03-09"), person(`030${at}02`, 2, "2026-03-16")],
      [person(`70530${at}`, 3, "2026-03-23"), person(`030${at}04`, 4, "2026-03-09")],
    ],
    units: [
      ["EA", "两表市公安局", "bureau", ""],
      ["EO", "两表政工处", "office", "EA"],
      [branch, `两表第${at}分局`, "branch", "EA"],
      ...[1, 2, 3, 4].map((number) => [station(number), `两表${at}第${number}派出所`, "station", branch]),
    ],
  };
}
/** Number, name, sex, birth month, kind, home unit, station, post, start. */
const ownColumns = 9;
export type SpoiltList = ReturnType<typeof spoiltList>;
export type ListedPerson = SpoiltList["sheets"][number][number];

/** The template with two lists, a heading of ours under another word, a column of the clerk's own and a number that was text. */
export async function spoiltFile(
  template: Uint8Array,
  { sheets, units, eaten }: SpoiltList,
  startHeading?: string,
): Promise<Buffer> {
  const [list, unitSheet] = (await readXlsx(template)).sheets;
  // The columns of a partner come after the person's own, and stay away here.
  const headings = list?.rows[0]?.map(String).slice(0, ownColumns) ?? [];
  const cells = (each: ListedPerson): CellValue[] => [
    each.serviceNumber === String(eaten) ? eaten : each.serviceNumber,
    ...[each.name, each.sex, each.birthMonth, "officer", "EO", each.hostStation, "", each.from, "无"],
  ];
  const heads = [...headings.slice(0, -1), startHeading ?? headings.at(-1) ?? "", "自编列"];
  const lists = sheets.map((people, n) => ({
    name: n === 0 ? (list?.name ?? "") : `${list?.name} (${n + 1})`,
    rows: [heads, ...people.map(cells)],
  }));
  const unitRows = [...(unitSheet?.rows.slice(0, 1) ?? []), ...units];
  return Buffer.from(
    await writeXlsx({ sheets: [...lists, { name: unitSheet?.name ?? "", rows: unitRows }] }),
  );
}
