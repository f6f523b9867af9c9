import type { Catalog } from "../catalog.ts";
import type { sheet as zhSheet } from "../zhCN/sheet.ts";

export const sheet = {
  whole: "Show all rows, for printing",
  part: "This is one page of the list and not all of it.",
  link: "Export to Excel (.xlsx)",
  asOf: (p) => `as of ${p.today}`,
  filteredBy: (p) => `filtered by: ${p.filters}`,
  everything: "no filter",
} satisfies Catalog<typeof zhSheet>;
