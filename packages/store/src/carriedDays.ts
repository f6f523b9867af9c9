import { schemeLabel } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { carriedOn } from "@dunmiao/domain/term/carriedDays";
import { deriveSecondment } from "./deriveSecondment.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, seal } from "./engine/seal.ts";
import { secondmentNoun } from "./secondment.ts";
import { type Rules, rulesFor } from "./secondmentRules.ts";

/**
 * What a change of a term makes of the terms that continue it, sealed for the same transaction. Reads nothing for terms
 * that none continues, or whose scheme counts anew: the ordinary path stays one GetItem and one TransactWriteItems.
 */
export async function carriedChanges(
  acting: Acting,
  after: Secondment,
  { scheme, calendar }: Rules,
): Promise<Sealed<Secondment>[]> {
  const id = after.extension?.continuedBy;
  if (id === undefined || scheme.extensionResetsCount) return [];
  const further = await loadRecord(acting.store, secondmentNoun, id);
  const change = further && carriedOn(after, further, { scheme, calendar, today: acting.today });
  if (!further || !change) return [];
  const rules = await rulesFor(acting, further);
  const event = { ...change.event, scheme: schemeLabel(rules.scheme) };
  const written = { noun: secondmentNoun, before: further, after: change.after, event };
  const sealed = seal({ ...written, derive: deriveSecondment(rules) }, stampOf(acting, rules.calendar));
  return [sealed, ...(await carriedChanges(acting, sealed.record, rules))];
}
