import type { Unit } from "@dunmiao/domain/unit";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { HEADING } from "../import/instructionSheet.ts";
import type { Language } from "../ui/text.ts";
import { accountColumns, roleWords } from "./columns.ts";
import { mostRows } from "./readAccounts.ts";

const names = { "zh-CN": "账号", en: "Accounts" } as const;
const unitsName = { "zh-CN": "单位", en: "Units" } as const;

/** The empty list as .xlsx, with roles and units to choose from. The same input gives the same bytes. */
export function accountTemplate(language: Language, units: ReadonlyMap<string, Unit>): Promise<Uint8Array> {
  const isEnglish = language === "en";
  const headings = accountColumns.map(
    ({ zh, en, isRequired }) => (isEnglish ? en : zh) + (isRequired ? " *" : ""),
  );
  const rows = [headings, ...Array.from({ length: mostRows }, () => accountColumns.map(() => null))];
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  rows.forEach((_, row) => {
    accountColumns.forEach((__, column) => {
      cells.set(`${row},${column}`, { style: row === 0 ? HEADING : { numFmt: "@" } });
    });
  });
  const listed = [...units.values()].map(({ id, name }) => [name, id]);
  const choice = { type: "list", allowBlank: true, showErrorMessage: false } as const;
  const words = roleWords.map(([, zh, en = zh]) => (isEnglish ? en : zh));
  const last = mostRows + 1;
  return writeXlsx({
    sheets: [
      {
        name: names[language],
        columns: accountColumns.map(() => ({ width: 18 })),
        rows,
        cells,
        freezePane: { rows: 1 },
        dataValidations: [
          { ...choice, range: `C2:C${last}`, values: words },
          {
            ...choice,
            range: `D2:D${last}`,
            formula1: `'${unitsName[language]}'!$A$1:$A$${Math.max(1, listed.length)}`,
          },
        ],
      },
      { name: unitsName[language], columns: [{ width: 30 }, { width: 16 }], rows: listed },
    ],
    properties: { created: new Date(0), modified: new Date(0) },
  });
}
