import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { readSheets, type SheetRows } from "../../src/import/spreadsheet.ts";

export const headings = [
  "警号",
  "姓名",
  "性别",
  "出生年月",
  "人员类别",
  "派出单位",
  "挂职派出所",
  "挂职职务",
  "起始日期",
];

/** What a list says of the partners, where it makes pairs. */
export const partnerHeadings = [
  "带教民警警号",
  "带教民警姓名",
  "带教民警性别",
  "带教民警出生年月",
  "带教方向",
  "结对方案",
  "符合带教条件",
  "师徒有亲属关系",
];

/** A complete row of the main sheet, in the order of `headings`; service numbers count up. */
export function person(index: number): string[] {
  return [
    String(100_000 + index),
    `学员${index}`,
    index % 2 ? "男" : "女",
    "1995-06",
    "民警",
    "甲分局",
    `派出所${index}`,
    "",
    "2026-03-02",
  ];
}

/** An .xlsx of the main sheet: headings and the rows given. */
export async function listFile(
  rows: CellValue[][],
  more: Partial<WriteSheet> = {},
  dateSystem?: "1904",
): Promise<Uint8Array> {
  const sheet = { name: "挂职名单", rows: [headings, ...rows], ...more };
  return writeXlsx({ sheets: [sheet], ...(dateSystem && { dateSystem }) });
}

export const csvBytes = (text: string) => new TextEncoder().encode(text);

export async function read(bytes: Uint8Array, name = "名单.xlsx"): Promise<SheetRows> {
  const outcome = await readSheets(bytes, name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

export async function refusalOf(bytes: Uint8Array): Promise<Refusal | undefined> {
  const outcome: Outcome<SheetRows> = await readSheets(bytes, "名单.xlsx");
  return outcome.ok ? undefined : outcome.refusals[0];
}

/** Text in GB18030: every two-byte code asked of the decoder once, the other way round. */
export function gb18030(text: string): Uint8Array {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < "\u0080") return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${character} is not in the two-byte part of GB18030`);
      return bytes;
    }),
  );
}
