import { type CellValue, readXlsx, writeXlsx } from "hucre/xlsx";

type Row = readonly (string | undefined)[];

/** Stations of one branch, and an office that sends people: what an empty product lacks. */
export const unitRows: Row[] = [
  ["A0", "示例市公安局", "bureau", undefined],
  ["A1", "政工处", "office", "A0"],
  ["B1", "东城分局", "branch", "A0"],
  ...[1, 2, 3, 4, 5, 6].map((number): Row => [`B1-0${number}`, `东城第${number}派出所`, "station", "B1"]),
];

/** Person `number` of a list at station `station`, in the order of the template's columns. */
export function personRow(number: number, station = number): string[] {
  const serviceNumber = `02000${number}`;
  const name = `学员${number}`;
  return [serviceNumber, name, number % 2 ? "female" : "male", "1995-06", "officer", "A1", `B1-0${station}`];
}

/** The template as downloaded, filled in as a clerk does: units that are not there yet, and people. */
export async function fillTemplate(template: Uint8Array, people: readonly Row[]): Promise<Buffer> {
  const { sheets } = await readXlsx(template);
  const [list, units] = sheets;
  if (!list || !units) throw new Error("the template has lost its sheets");
  const filled = (rows: CellValue[][]) => rows.filter(([first]) => first);
  const known = new Set(filled(units.rows).map(([code]) => code));
  const missing = unitRows.filter(([code]) => !known.has(code ?? null));
  const cells = (rows: readonly Row[]) => rows.map((row) => row.map((cell) => cell ?? null));
  const bytes = await writeXlsx({
    sheets: [
      { name: list.name, rows: [...list.rows.slice(0, 1), ...cells(people)] },
      { name: units.name, rows: [...filled(units.rows), ...cells(missing)] },
    ],
  });
  return Buffer.from(bytes);
}
