import { changedMeanwhile } from "@dunmiao/domain/changedMeanwhile";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Scheme, schemeLabel } from "@dunmiao/domain/scheme";
import { changeDraft, publishDraft, type SchemeChange, startDraft } from "@dunmiao/domain/scheme/schemeDraft";
import { type SchemeRecord, type SchemeSettings, schemeRecordId } from "@dunmiao/domain/schemeRecord";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { newestScheme, schemeOf } from "./scheme.ts";
import { deriveSchemeRecord, loadSchemeRecord, schemeNoun } from "./schemeRecord.ts";

type Once = { use: KeyUse; answer: (record: SchemeRecord) => Answer } | undefined;

/** The newest published version, and the draft of the next one if there is one. */
export type SchemeInWork = { newest: Scheme; draft: SchemeRecord | undefined };

/**
 * What a draft of a scheme stands on; undefined when nobody knows its id. Goes on by key from what the directory
 * says, for the directory lags a little behind a publication.
 */
export async function schemeInWork(store: Store, id: string): Promise<SchemeInWork | undefined> {
  let newest = await newestScheme(store, id);
  while (newest) {
    const next: { id: string; version: number } = { id, version: newest.version + 1 };
    const record = await loadSchemeRecord(store, next);
    if (record?.status !== "published") return { newest, draft: record };
    newest = await schemeOf(store, { schemeId: id, schemeVersion: next.version });
  }
  return undefined;
}

/** `version` and `seen`: the version that is drafted and its revision on the page, 0 where there was no draft yet. */
export type DraftRequest = {
  id: string;
  version: number;
  seen: number;
  settings: SchemeSettings;
  once?: Once;
};

/** Saves settings in the draft of a scheme, and makes that draft first where there is none. */
export async function saveDraft(acting: Acting, request: DraftRequest): Promise<Changed<SchemeRecord>> {
  const { id, version, seen, settings, once } = request;
  const stamp = stampOf(acting, await acting.calendar.current());
  const recordId = schemeRecordId({ id, version });
  if (seen > 0)
    return change(
      acting.store,
      {
        noun: schemeNoun,
        id: recordId,
        once,
        decide: async (record) => decided(changeDraft(record, { seen, settings }, acting)),
      },
      stamp,
    );
  const decide = async () => {
    const standing = await schemeInWork(acting.store, id);
    if (!standing) return refuse("not-found");
    const { newest, draft } = standing;
    if (draft) return refuseSeen(draft);
    if (newest.version + 1 !== version)
      return refuse("newer-version", undefined, { version: newest.version });
    return decided(startDraft(newest, settings, acting));
  };
  const made = await create(acting.store, { noun: schemeNoun, id: recordId, decide, once }, stamp);
  // Somebody else started it in between.
  if (made.outcome !== "exists") return made;
  return { outcome: "refused", refusals: refuseSeen(made.record).refusals, retries: made.retries };
}

/** Publishes the draft of a version, by a second person. */
export async function publishScheme(
  acting: Acting,
  scheme: { id: string; version: number },
  act: { seen: number; reason: string; once?: Once },
): Promise<Changed<SchemeRecord>> {
  const request = {
    noun: schemeNoun,
    id: schemeRecordId(scheme),
    once: act.once,
    decide: async (record: SchemeRecord) => decided(publishDraft(record, act, acting)),
  };
  return change(acting.store, request, stampOf(acting, await acting.calendar.current()));
}

function decided(outcome: Outcome<SchemeChange>): Outcome<Decided<SchemeRecord>> {
  if (!outcome.ok) return outcome;
  const { after, event } = outcome.value;
  const scheme = schemeLabel(after.scheme);
  return accept({ after, event: { ...event, scheme }, derive: deriveSchemeRecord });
}

function refuseSeen({ changedBy, changedOn }: SchemeRecord) {
  return changedMeanwhile({ by: changedBy, on: changedOn });
}
