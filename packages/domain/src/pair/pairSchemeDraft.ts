import type { PairScheme } from "../pairScheme.ts";
import type { PairSettings } from "../pairSchemeRecord.ts";
import { draftRules } from "../scheme/draftRules.ts";
import { checkPairScheme } from "./pairSchemeCheck.ts";

/** Drafts of pair schemes; the schema leaves no setting open. */
export const pairSchemeDrafts = draftRules<PairScheme, PairSettings>({
  stated: (scheme) => scheme,
  withSettings: (scheme, settings) => {
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
    return { ...scheme, ...given };
  },
  check: checkPairScheme,
  refusedOpen: () => undefined,
});
