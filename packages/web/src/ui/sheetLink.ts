/** Parameter of a page's address that asks for its tables as a file. */
export const sheetParameter = "as";

/** Address of a page's tables as .xlsx, or of the page with every row: the same filters and order, every row instead of one page of them. */
export function sheetHref(url: string, as: "xlsx" | "whole" = "xlsx"): string {
  const { pathname, searchParams } = new URL(url, "http://page");
  searchParams.delete("cursor");
  searchParams.set(sheetParameter, as);
  return `${pathname}?${searchParams.toString()}`;
}
