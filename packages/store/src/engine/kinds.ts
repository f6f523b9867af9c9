import type { Account } from "@dunmiao/domain/account";
import type { AuditExport } from "@dunmiao/domain/auditExport";
import type { Cohort } from "@dunmiao/domain/cohort";
import type { ConcurrentPost } from "@dunmiao/domain/concurrentPost";
import type { Cosigner } from "@dunmiao/domain/cosigner";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import type { Import } from "@dunmiao/domain/import/importRow";
import type { Notice } from "@dunmiao/domain/notice";
import type { Officer } from "@dunmiao/domain/officer";
import type { Pair } from "@dunmiao/domain/pair";
import type { PairSchemeRecord } from "@dunmiao/domain/pairSchemeRecord";
import type { Place } from "@dunmiao/domain/place";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import type { Unit } from "@dunmiao/domain/unit";
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
  "cosigner",
  "audit-export",
] as const;
export type Kind = (typeof kinds)[number];

/** The record of each kind. */
type Records = {
  secondment: Secondment;
  cohort: Cohort;
  unit: Unit;
  officer: Officer;
  notice: Notice;
  import: Import;
  scheme: SchemeRecord;
  "spot-check": SpotCheck;
  pair: Pair;
  "pair-scheme": PairSchemeRecord;
  place: Place;
  post: ConcurrentPost;
  account: Account;
  cosigner: Cosigner;
  "audit-export": AuditExport;
};
/** What may happen to a record: an event of another kind in its trail does not compile. Any, to a record of no kind of these. */
export type EventOfRecord<R> = [EventOfKindOf<R>] extends [never] ? EventOfKind : EventOfKindOf<R>;
type EventOfKindOf<R> = {
  [Each in Kind]: [R, Records[Each]] extends [Records[Each], R] ? EventOfKind<Each> : never;
}[Kind];

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
