/** The name of a code in one group of the catalogue (`text.status`, `text.absenceClass`, …); an unknown code as it is. */
export function nameOf(group: Readonly<Record<string, unknown>>, code: unknown): string {
  const name = Object.hasOwn(group, String(code)) ? group[String(code)] : undefined;
  return typeof name === "string" ? name : String(code);
}
