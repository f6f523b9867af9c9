/** A list as the import joins and stores it, with the mark of this language. */
export function listed(items: string | number | undefined): string {
  return String(items ?? "").replaceAll("、", ", ");
}
