import type { Refusal, Refused } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";
import type { SchemeSettings } from "../schemeRecord.ts";
import { undecidedClasses } from "./classRule.ts";
import { draftRules } from "./draftRules.ts";
import { checkScheme } from "./schemeCheck.ts";
import { settingsByDefault, withEverythingStated } from "./schemeDefaults.ts";

/**
 * Drafts of the schemes of secondments: one that is published decides every class that there is, and states every
 * setting (`class-left-open`, `setting-not-stated`).
 */
export const schemeDrafts = draftRules<Scheme, SchemeSettings>({
  stated: withEverythingStated,
  withSettings,
  check: checkScheme,
  refusedOpen,
});
export const { startDraft, changeDraft, publishDraft } = schemeDrafts;

/** What a draft leaves open. Drafts of an older schema state everything once they are saved under this one. */
function refusedOpen(scheme: Scheme): Refused | undefined {
  const refusals: Refusal[] = [
    ...undecidedClasses(scheme).map(
      (each): Refusal => ({ code: "class-left-open", params: { class: each } }),
    ),
    ...settingsByDefault(scheme).map(
      (setting): Refusal => ({ code: "setting-not-stated", params: { setting } }),
    ),
  ];
  return refusals.length > 0 ? { ok: false, refusals } : undefined;
}

/** A class that is not among the classes is one that nobody spoke of, too. */
function withSettings(scheme: Scheme, settings: SchemeSettings): Scheme {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return { ...scheme, ...given, classes: { ...scheme.classes, ...settings.classes } };
}
