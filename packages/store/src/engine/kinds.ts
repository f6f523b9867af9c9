import type * as z from "zod";
import type { ParsedTexts } from "./parsedTexts.ts";

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
  "pair",
  "pair-scheme",
  "place",
  "post",
  "account",
] as const;
export type Kind = (typeof kinds)[number];

/** What a person can be told of: records, and what is none and may be damaged all the same. */
export const flagKinds = [...kinds, "calendar", "kept-form"] as const;
export type FlagKind = (typeof flagKinds)[number];
/** A record, or something else that HR can be told of, by name. */
export type Named = { readonly kind: FlagKind; readonly id: string };

/** What every record carries: `version` 0 and an empty `head` before the first commit. */
export type Recorded = { id: string; version: number; head: string };

/** A kind of record and the schema that every stored row of it must meet; `parsed` where the same rows are opened all day. */
export type Noun<R extends Recorded> = {
  readonly kind: Kind;
  readonly schema: z.ZodType<R>;
  readonly parsed?: ParsedTexts<R>;
};
