/** The month (`YYYY-MM`) of a checkpoint of attendance. */
export function monthOf(key: string): string {
  return key.split(".")[1] ?? "";
}
