import type * as z from "zod";

/** Kinds of records: each has its own item, version and chain of events. */
export const kinds = [
  "secondment",
  "cohort",
  "unit",
  "officer",
  "notice",
  "import",
  "scheme",
  "spot-check",
] as const;
export type Kind = (typeof kinds)[number];

/** What every record carries: `version` 0 and an empty `head` before the first commit. */
export type Recorded = { id: string; version: number; head: string };

/** A kind of record and the schema that every stored row of it must meet. */
export type Noun<R extends Recorded> = { readonly kind: Kind; readonly schema: z.ZodType<R> };
