/** Name of a day's line on a page, `d260302` for 2026-03-02: it stands twice for each of 365 days, so it is short. */
export function dayAnchor(date: string): string {
  return `d${date.slice(2).replaceAll("-", "")}`;
}
