import { pairSchemeDrafts } from "@dunmiao/domain/pair/pairSchemeDraft";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { draftsOf, type InWork } from "./draftsOf.ts";
import { newestPairScheme, pairSchemeOf } from "./pairScheme.ts";
import { derivePairSchemeRecord, loadPairSchemeRecord, pairSchemeNoun } from "./pairSchemeRecord.ts";

/** The newest published version of a pair scheme, and the draft of the next one. */
export type PairSchemeInWork = InWork<PairScheme>;

/** Drafts of pair schemes. */
export const {
  inWork: pairSchemeInWork,
  save: savePairDraft,
  publish: publishPairScheme,
} = draftsOf({
  noun: pairSchemeNoun,
  rules: pairSchemeDrafts,
  newest: newestPairScheme,
  of: pairSchemeOf,
  load: loadPairSchemeRecord,
  derive: derivePairSchemeRecord,
});
