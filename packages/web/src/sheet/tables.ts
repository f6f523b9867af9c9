import type { SheetCell } from "./workbook.ts";

/** What a page shows: its title, the filters in force, that its rows are older than today, and its tables cell by cell. */
export type PageTables = { title: string; filters: string[]; behind: string; tables: PageTable[] };
export type PageTable = { caption: string; headings: string[]; rows: SheetCell[][] };

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};
/** What is drawn or pressed and not read. */
const unread = /<(svg|button|script|select|textarea)\b.*?<\/\1>|<span aria-hidden="true">.*?<\/span>/gs;
const blockEnd = /<(?:br|\/p|\/li|\/div|\/dd|\/dt)\b[^>]*>/g;

/**
 * The tables of a page of ours, read from the page itself: a file has exactly what is seen. Our pages write a table in
 * one place (`ui/table.ts`) and escape every sign, so that what looks like a tag is one.
 */
export function tablesOf(html: string): PageTables {
  const tables = [...html.matchAll(/<table class="?dm-table"?>(.*?)<\/table>/gs)].map(([, body = ""]) =>
    tableOf(body),
  );
  const chips = html.match(/<ul aria-labelledby="chips-label">(.*?)<\/ul>/s)?.[1] ?? "";
  return {
    title: textOf(html.match(/<h1\b[^>]*>(.*?)<\/h1>/s)?.[1] ?? ""),
    filters: [...chips.matchAll(/<li>(.*?)<\/li>/gs)].map(([, chip = ""]) => textOf(chip)),
    behind: textOf(html.match(/<p class="?dm-behind"?>(.*?)<\/p>/s)?.[1] ?? ""),
    tables,
  };
}

function tableOf(body: string): PageTable {
  const caption = textOf(body.match(/<caption\b[^>]*>(.*?)<\/caption>/s)?.[1] ?? "");
  const lines = body
    .split(/<tr\b[^>]*>/)
    .slice(1)
    .map(cellsOf);
  const [first = [], ...rest] = lines;
  const headings = first.map((each) => String(each ?? ""));
  const width = Math.max(headings.length, ...rest.map((row) => row.length));
  const used = Array.from({ length: width }, (_, at) => at).filter(
    (at) => headings[at] || rest.some((row) => row[at] !== null && row[at] !== undefined),
  );
  return {
    caption,
    headings: used.map((at) => headings[at] ?? ""),
    rows: rest.map((row) => used.map((at) => row[at] ?? null)),
  };
}

/** Cells of a line; HTML lets end tags be left out, and the long table of days does. */
function cellsOf(line: string): SheetCell[] {
  const cells = [...line.matchAll(/<(t[dh])\b([^>]*)>(.*?)(?=<t[dh]\b|<\/?t(?:r|body|foot|head)\b|$)/gs)];
  return cells.flatMap(([, tag, attributes = "", inner = ""]) => {
    const value = textOf(inner);
    const isFigure = tag === "td" && /class="n"/.test(attributes) && /^-?\d{1,15}(\.\d+)?$/.test(value);
    const cell = value === "" ? null : isFigure ? Number(value) : value;
    const span = Number(attributes.match(/colspan="?(\d+)/i)?.[1] ?? 1);
    return [cell, ...Array.from({ length: span - 1 }, () => null)];
  });
}

/** Text of a piece of HTML as a reader has it; blocks stand on lines of their own. */
function textOf(html: string): string {
  return html
    .replace(unread, "")
    .replace(blockEnd, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (each) => entities[each] ?? each)
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}
