import type { AbsenceClass } from "@dunmiao/domain/absenceClass";
import type { Scheme } from "@dunmiao/domain/scheme";
import { classRuleOf, undecidedClasses } from "@dunmiao/domain/scheme/classRule";
import type { Text } from "../ui/text.ts";

/** What a version says of a class, in words. */
export function classRuleName({ schemePage: words }: Text, scheme: Scheme, each: AbsenceClass): string {
  const names = {
    counts: words.counts,
    "does-not-count": words.doesNotCount,
    "not-decided": words.notDecided,
  };
  return names[classRuleOf(scheme, each)];
}

/** The classes that a version leaves open, by name; empty where it decides all. */
export function undecidedNames(text: Text, scheme: Scheme): string {
  return undecidedClasses(scheme)
    .map((each) => text.absenceClass[each])
    .join(text.common.listMark);
}
