import { changedMeanwhile } from "@dunmiao/domain/changedMeanwhile";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import type { DraftChange, draftRules } from "@dunmiao/domain/scheme/draftRules";
import { type MadeScheme, schemeRecordId } from "@dunmiao/domain/schemeRecord";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Noun } from "./engine/kinds.ts";
import type { Derived } from "./engine/seal.ts";

type Versioned = { readonly id: string; readonly version: number };
type Once<S> = { use: KeyUse; answer: (record: MadeScheme<S>) => Answer } | undefined;

/** The newest published version, and the draft of the next one if there is one. */
export type InWork<S> = { newest: S; draft: MadeScheme<S> | undefined };
/** `version` and `seen`: the version that is drafted and its revision on the page, 0 where there was no draft yet. */
type DraftRequest<S, Settings> = {
  id: string;
  version: number;
  seen: number;
  settings: Settings;
  once?: Once<S>;
};
type Drafted<S extends Versioned, Settings> = {
  noun: Noun<MadeScheme<S>>;
  rules: ReturnType<typeof draftRules<S, Settings>>;
  newest: (store: Store, id: string) => Promise<S | undefined>;
  of: (store: Store, ref: { schemeId: string; schemeVersion: number }) => Promise<S>;
  load: (store: Store, of: Versioned) => Promise<MadeScheme<S> | undefined>;
  derive: (record: MadeScheme<S>) => Derived;
};

/** Drafts of the schemes of one kind: what is in work, saving, and publication by a second person. */
export function draftsOf<S extends Versioned, Settings>(kind: Drafted<S, Settings>) {
  const { noun, rules } = kind;

  /**
   * What a draft of a scheme stands on; undefined when nobody knows its id. Goes on by key from what the directory
   * says, for the directory lags a little behind a publication.
   */
  async function inWork(store: Store, id: string): Promise<InWork<S> | undefined> {
    let newest = await kind.newest(store, id);
    while (newest) {
      const next: Versioned = { id, version: newest.version + 1 };
      const record = await kind.load(store, next);
      if (record?.status !== "published") return { newest, draft: record };
      newest = await kind.of(store, { schemeId: id, schemeVersion: next.version });
    }
    return undefined;
  }

  /** Saves settings in the draft of a scheme, and makes that draft first where there is none. */
  async function save(acting: Acting, request: DraftRequest<S, Settings>): Promise<Changed<MadeScheme<S>>> {
    const { id, version, seen, settings, once } = request;
    const stamp = stampOf(acting, await acting.calendar.current());
    const recordId = schemeRecordId({ id, version });
    if (seen > 0) {
      const decide = async (record: MadeScheme<S>) =>
        decided(rules.changeDraft(record, { seen, settings }, acting));
      return change(acting.store, { noun, id: recordId, once, decide }, stamp);
    }
    const decide = async () => {
      const standing = await inWork(acting.store, id);
      if (!standing) return refuse("not-found");
      const { newest, draft } = standing;
      if (draft) return refuseSeen(draft);
      if (newest.version + 1 !== version)
        return refuse("newer-version", undefined, { version: newest.version });
      return decided(rules.startDraft(newest, settings, acting));
    };
    const made = await create(acting.store, { noun, id: recordId, decide, once }, stamp);
    // Somebody else started it in between.
    if (made.outcome !== "exists") return made;
    return { outcome: "refused", refusals: refuseSeen(made.record).refusals, retries: made.retries };
  }

  /** Publishes the draft of a version, by a second person. */
  async function publish(
    acting: Acting,
    scheme: Versioned,
    act: { seen: number; reason: string; once?: Once<S> },
  ): Promise<Changed<MadeScheme<S>>> {
    const request = {
      noun,
      id: schemeRecordId(scheme),
      once: act.once,
      decide: async (record: MadeScheme<S>) => decided(rules.publishDraft(record, act, acting)),
    };
    return change(acting.store, request, stampOf(acting, await acting.calendar.current()));
  }

  function decided(outcome: Outcome<DraftChange<S>>): Outcome<Decided<MadeScheme<S>>> {
    if (!outcome.ok) return outcome;
    const { after, event } = outcome.value;
    return accept({ after, event: { ...event, scheme: schemeLabel(after.scheme) }, derive: kind.derive });
  }

  return { inWork, save, publish };
}

function refuseSeen({ changedBy, changedOn }: Pick<MadeScheme<unknown>, "changedBy" | "changedOn">) {
  return changedMeanwhile({ by: changedBy, on: changedOn });
}
