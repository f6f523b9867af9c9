import { pairStepsOf } from "@dunmiao/domain/pair/pairSteps";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { accountNoun, deriveAccount } from "./account.ts";
import { auditExportNoun, deriveAuditExport } from "./auditExport.ts";
import { deriveCohort } from "./changeCohort.ts";
import { cohortNoun } from "./cohort.ts";
import { concurrentPostNoun, deriveConcurrentPost } from "./concurrentPost.ts";
import { cosignerNoun, deriveCosigner } from "./cosigner.ts";
import { deriveSecondment } from "./deriveSecondment.ts";
import type { Store } from "./engine/client.ts";
import type { Kind, Noun, Recorded } from "./engine/kinds.ts";
import { loadEvents, parseRecord } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { deriveImport, importNoun } from "./import.ts";
import { deriveNotice, noticeNoun } from "./notice.ts";
import { deriveOfficer, officerNoun } from "./officer.ts";
import { derivePair, pairNoun } from "./pair.ts";
import { pairSchemeOf } from "./pairScheme.ts";
import { derivePairSchemeRecord, pairSchemeNoun } from "./pairSchemeRecord.ts";
import { derivePlace, placeNoun } from "./place.ts";
import { deriveUnit } from "./saveUnit.ts";
import { schemeOf } from "./scheme.ts";
import { deriveSchemeRecord, schemeNoun } from "./schemeRecord.ts";
import { secondmentNoun } from "./secondment.ts";
import { deriveSpotCheck, spotCheckNoun } from "./spotCheck.ts";
import { unitNoun } from "./unit.ts";

type Deriver = (id: string, stored: unknown) => Derived;

function deriver<R extends Recorded>(noun: Noun<R>, derive: (record: R) => Derived): Deriver {
  return (id, stored) => derive(parseRecord(noun, id, stored));
}

const derivers: Record<Exclude<Kind, "secondment" | "pair">, Deriver> = {
  cohort: deriver(cohortNoun, deriveCohort),
  unit: deriver(unitNoun, deriveUnit),
  officer: deriver(officerNoun, deriveOfficer),
  notice: deriver(noticeNoun, deriveNotice),
  import: deriver(importNoun, deriveImport),
  scheme: deriver(schemeNoun, deriveSchemeRecord),
  "pair-scheme": deriver(pairSchemeNoun, derivePairSchemeRecord),
  "spot-check": deriver(spotCheckNoun, deriveSpotCheck),
  place: deriver(placeNoun, derivePlace),
  account: deriver(accountNoun, deriveAccount),
  "audit-export": deriver(auditExportNoun, deriveAuditExport),
  post: deriver(concurrentPostNoun, deriveConcurrentPost),
  cosigner: deriver(cosignerNoun, deriveCosigner),
};

/**
 * What stands beside a stored record of any kind, computed again as a commit computes it. Only a secondment and a pair
 * depend on the calendar, and a pair on the instant of its last event (one Query). Throws StoredRowError when the record does not parse, UnknownSchemeError when its scheme does not exist.
 */
export async function deriveRecord(
  store: Store,
  { kind, id }: { kind: Kind; id: string },
  stored: unknown,
  calendar: WorkCalendar,
): Promise<Derived> {
  if (kind === "pair") return (await derivedPair(store, id, { stored, calendar })).now;
  if (kind !== "secondment") return derivers[kind](id, stored);
  const record = parseRecord(secondmentNoun, id, stored);
  return deriveSecondment({ scheme: await schemeOf(store, record), calendar })(record);
}

/**
 * What stands beside a stored pair: `now` as a commit writes it; `before`, where nothing was told about it yet, as it was
 * written before pairs told anything: their next change sets the day of the first notice.
 */
export async function derivedPair(
  store: Store,
  id: string,
  { stored, calendar }: { stored: unknown; calendar: WorkCalendar },
): Promise<{ now: Derived; before?: Derived }> {
  const pair = parseRecord(pairNoun, id, stored);
  const { events } = await loadEvents(store, { kind: "pair", id }, { after: pair.version - 1, limit: 1 });
  const at = events[0]?.at ?? "";
  const rules = { scheme: await pairSchemeOf(store, pair), calendar };
  const now = derivePair(rules)(pair, at);
  if (pair.notices) return { now };
  const untold: typeof pairStepsOf = (...of) =>
    pairStepsOf(...of).filter(({ step }) => step !== "give-notice");
  return { now, before: derivePair(rules, untold)(pair, at) };
}
