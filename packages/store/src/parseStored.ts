import type * as z from "zod";

/** A stored row that does not meet its schema: never skipped, always named (kind and id, no content). */
export class StoredRowError extends Error {
  override readonly name = "StoredRowError";
  readonly row: string;

  constructor(row: string, issues: readonly z.core.$ZodIssue[]) {
    const where = issues.map(({ path, code }) => `${path.join(".")} ${code}`).join(", ");
    super(`stored row does not parse: ${row}: ${where}`);
    this.row = row;
  }
}

/** Parses what the table holds; `row` says which row it is, e.g. `secondment 0199…`. */
export function parseStored<T>(schema: z.ZodType<T>, stored: unknown, row: string): T {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw new StoredRowError(row, parsed.error.issues);
  return parsed.data;
}
