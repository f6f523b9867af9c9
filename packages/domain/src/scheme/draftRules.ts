import { isSamePerson } from "../access.ts";
import { type Actor, signature } from "../actor.ts";
import type { Change } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { canonical } from "../event.ts";
import type { EventOfKind } from "../eventType.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { schemeLabel } from "../scheme.ts";
import { type MadeScheme, schemeRecordId } from "../schemeRecord.ts";

type Act = { readonly actor: Actor; readonly today: string };
type Versioned = { readonly id: string; readonly version: number };
/** A draft after a change, and the event of it. */
export type DraftChange<S> = Change<MadeScheme<S>, EventOfKind<"scheme">>;

/** What the schemes of one kind are drafted by. */
export type SchemeKind<S, Settings> = {
  /** A version as a new draft starts from it. */
  readonly stated: (scheme: S) => S;
  /** Only what is given changes: a setting that is undefined is one that nobody spoke of. */
  readonly withSettings: (scheme: S, settings: Settings) => S;
  /** What a schema cannot say of a scheme. */
  readonly check: (scheme: S) => Outcome<S>;
  /** What nobody has decided yet. */
  readonly refusedOpen: (scheme: S) => Refused | undefined;
};

/** How schemes of one kind are drafted by one person and put in force by another; `seen` is the revision that was looked at. */
export function draftRules<S extends Versioned, Settings>(kind: SchemeKind<S, Settings>) {
  return {
    /** A draft of the version after the newest one, already with its first changes; what runs keeps its own. */
    startDraft: (newest: S, settings: Settings, { actor, today }: Act): Outcome<DraftChange<S>> => {
      const started = { ...kind.stated(newest), version: newest.version + 1 };
      const scheme = kind.withSettings(started, settings);
      const checked = kind.check(scheme);
      if (!checked.ok) return checked;
      const basedOn = schemeLabel(newest);
      const after: MadeScheme<S> = {
        id: schemeRecordId(scheme),
        version: 0,
        head: "",
        status: "draft",
        revision: 1,
        scheme,
        basedOn,
        changedBy: signature(actor),
        changedOn: today,
      };
      const change = { basedOn, settings: differing(newest, scheme) };
      return accept({ after, event: { type: "scheme.drafted", change } });
    },
    /** Changes some settings of a draft. */
    changeDraft: (
      record: MadeScheme<S>,
      { seen, settings }: { seen: number; settings: Settings },
      { actor, today }: Act,
    ): Outcome<DraftChange<S>> => {
      const stands = asSeen(record, seen);
      if (!stands.ok) return stands;
      const scheme = kind.withSettings(kind.stated(record.scheme), settings);
      const checked = kind.check(scheme);
      if (!checked.ok) return checked;
      const edited = { revision: record.revision + 1, changedBy: signature(actor), changedOn: today };
      const change = { revision: edited.revision, settings: differing(record.scheme, scheme) };
      return accept({ after: { ...record, scheme, ...edited }, event: { type: "scheme.changed", change } });
    },
    /**
     * Puts a draft in force for what begins from now on. Careers hang on a scheme: whoever changed it last does not
     * publish it, and a published version never changes.
     */
    publishDraft: (
      record: MadeScheme<S>,
      { seen, reason }: { seen: number; reason: string },
      { actor, today }: Act,
    ): Outcome<DraftChange<S>> => {
      const stands = asSeen(record, seen);
      if (!stands.ok) return stands;
      if (isSamePerson(actor, record.changedBy)) return refuse("same-person-decides");
      const checked = kind.check(record.scheme);
      if (!checked.ok) return checked;
      const refused = kind.refusedOpen(record.scheme);
      if (refused) return refused;
      const published = { publishedBy: signature(actor), publishedOn: today, reason };
      const change = { revision: record.revision, reason };
      return accept({
        after: { ...record, status: "published", ...published },
        event: { type: "scheme.published", change },
      });
    },
  };
}

function asSeen<S>(record: MadeScheme<S>, seen: number): Outcome<MadeScheme<S>> {
  if (record.status !== "draft")
    return refuse("scheme-published", undefined, { on: record.publishedOn ?? "" });
  const last = { by: record.changedBy, on: record.changedOn };
  return staleRevision(seen, record.revision, last) ?? accept(record);
}

/** The settings that differ, as they are afterwards. */
function differing(before: object, after: object): Record<string, unknown> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) =>
        key !== "version" && key !== "schemaVersion" && canonical(value) !== canonical(old.get(key)),
    ),
  );
}
