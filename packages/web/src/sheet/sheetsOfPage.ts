import type { Text } from "../ui/text.ts";
import { tablesOf } from "./tables.ts";
import { workbookOf } from "./workbook.ts";

type About = { text: Text; today: string; bureau: string };

/** The tables of a page as one workbook; undefined where it has none. */
export async function sheetsOfPage(
  html: string,
  { text, today, bureau }: About,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const { title, filters, behind, tables } = tablesOf(html);
  if (tables.length === 0) return undefined;
  const { asOf, filteredBy, everything } = text.sheet;
  const shown = filters.length > 0 ? filteredBy({ filters: filters.join(text.common.listMark) }) : everything;
  const sheets = tables.map(({ caption, headings, rows }) => ({
    name: caption || title,
    above: [
      caption && caption !== title ? `${title} · ${caption}` : title,
      [bureau, asOf({ today }), shown, behind].filter(Boolean).join(" · "),
    ],
    headings,
    rows,
  }));
  return { name: title, bytes: new Uint8Array(await workbookOf(sheets)) };
}
