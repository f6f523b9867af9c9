import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type PageTable, tablesOf } from "../src/sheet/tables.ts";
import type { Language } from "../src/ui/text.ts";
import type { Client } from "./app.ts";
import { textFor } from "./ui/texts.ts";

type Cell = PageTable["rows"][number][number];

/** Pages about one secondment, by the description of the API, with what their addresses name filled in. */
export function pagesAbout(secondment: string, names: Record<string, string>): string[] {
  const description = join(import.meta.dirname, "../openapi.json");
  const { paths } = JSON.parse(readFileSync(description, "utf8")) as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([path, acts]) => path.startsWith("/secondments/{id}") && "get" in acts)
    .map(([path]) => path.replace("{id}", secondment))
    .map((path) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? name))
    .toSorted();
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The columns of a list of absences; none where the table is another one. */
function columnsOf({ headings }: PageTable, language: Language) {
  const words = textFor(language).secondmentPage;
  const at = (heading: string) => headings.indexOf(heading);
  const columns = {
    working: at(words.absenceDays),
    counted: at(words.countedDaysColumn),
    why: at(words.whyUncounted),
  };
  return Object.values(columns).every((each) => each >= 0) ? columns : undefined;
}

/** Days that the reasons of a line name, in the words of the language. */
export function daysInReasons(cell: Cell, language: Language): number {
  const words = textFor(language).secondmentPage;
  const reasons = String(cell ?? "").split(words.uncountedJoin);
  const days = (reason: string) => Number(/(\d+(?:\.\d)?)\D*$/.exec(reason)?.[1] ?? 0);
  return sum(reasons.map(days));
}

/** Checks every list of absences of a page: each line, and its sums. Answers what the lists count, one by one. */
export function countedIn(tables: readonly PageTable[], language: Language): number[] {
  return tables.flatMap((table) => {
    const at = columnsOf(table, language);
    if (!at) return [];
    const rows = table.rows.slice(0, -1);
    const total = table.rows.at(-1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(Number(row[at.counted]) + daysInReasons(row[at.why] ?? null, language)).toBe(
        Number(row[at.working]),
      );
    for (const column of [at.working, at.counted])
      expect(sum(rows.map((row) => Number(row[column])))).toBe(total?.[column]);
    return [Number(total?.[at.counted])];
  });
}

/** The tables of a workbook: a sheet from its line of headings on, where it lists absences. */
export function tablesInWorkbook(
  sheets: readonly { rows: readonly (readonly unknown[])[] }[],
  language: Language,
): PageTable[] {
  const heading = textFor(language).secondmentPage.countedDaysColumn;
  return sheets.flatMap(({ rows }) => {
    const at = rows.findIndex((row) => row.includes(heading));
    const cells = rows.map((row) =>
      row.map((each) => (typeof each === "string" || typeof each === "number" ? each : null)),
    );
    if (at < 0) return [];
    return [{ caption: "", headings: (cells[at] ?? []).map(String), rows: cells.slice(at + 1) }];
  });
}

/** Which of the pages list absences, and what each list counts; pages that are not there for this client are left out. */
export async function listsOn(
  client: Client,
  paths: readonly string[],
  language: Language,
): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for (const path of paths) {
    const answer = await client.page(path, { language });
    if (answer.status !== 200) continue;
    const html = await answer.text();
    const counted = countedIn(tablesOf(html).tables, language);
    if (counted.length > 0) found[path] = counted;
    // On a phone each figure stands under its heading, in the cell itself.
    const heading = textFor(language).secondmentPage.countedDaysColumn;
    const labels = html.split(`data-l=${/\s/.test(heading) ? `"${heading}"` : heading}`).length - 1;
    if (counted.length > 0) expect(labels, path).toBeGreaterThan(1);
  }
  return found;
}
