import type * as z from "zod";
import type { Named } from "./kinds.ts";

/** A stored row that does not meet its schema: never skipped, always named (kind and id, no content). */
export class StoredRowError extends Error {
  override readonly name = "StoredRowError";
  readonly row: string;
  /** What HR is told of, where the row belongs to something that has a name. */
  readonly of: Named | undefined;

  constructor(row: string, issues: readonly z.core.$ZodIssue[], of?: Named) {
    const where = issues.map(({ path, code }) => `${path.join(".")} ${code}`).join(", ");
    super(`stored row does not parse: ${row}: ${where}`);
    this.row = row;
    this.of = of;
  }
}

/** Parses what the table holds; `row` says which row it is, e.g. `secondment 0199…`, `of` what it belongs to. */
export function parseStored<T>(schema: z.ZodType<T>, stored: unknown, row: string, of?: Named): T {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) throw new StoredRowError(row, parsed.error.issues, of);
  return parsed.data;
}
