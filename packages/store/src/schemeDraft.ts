import type { Scheme } from "@dunmiao/domain/scheme";
import { schemeDrafts } from "@dunmiao/domain/scheme/schemeDraft";
import { draftsOf, type InWork } from "./draftsOf.ts";
import { newestScheme, schemeOf } from "./scheme.ts";
import { deriveSchemeRecord, loadSchemeRecord, schemeNoun } from "./schemeRecord.ts";

/** The newest published version of a scheme of secondments, and the draft of the next one. */
export type SchemeInWork = InWork<Scheme>;

/** Drafts of the schemes of secondments. */
export const {
  inWork: schemeInWork,
  save: saveDraft,
  publish: publishScheme,
} = draftsOf({
  noun: schemeNoun,
  rules: schemeDrafts,
  newest: newestScheme,
  of: schemeOf,
  load: loadSchemeRecord,
  derive: deriveSchemeRecord,
});
