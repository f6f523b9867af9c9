import { type Actor, saidBy, signature } from "./actor.ts";
import type { Change } from "./change.ts";
import { canonical } from "./event.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { type Scheme, schemeLabel } from "./scheme.ts";
import { checkScheme } from "./schemeCheck.ts";
import { type SchemeRecord, type SchemeSettings, schemeRecordId } from "./schemeRecord.ts";

type Act = { readonly actor: Actor; readonly today: string };
type DraftChange = Outcome<Change<SchemeRecord>>;

/** A draft of the version after the newest one, already with its first changes; running secondments keep theirs. */
export function startDraft(newest: Scheme, settings: SchemeSettings, { actor, today }: Act): DraftChange {
  const scheme = withSettings({ ...newest, version: newest.version + 1 }, settings);
  const checked = checkScheme(scheme);
  if (!checked.ok) return checked;
  const basedOn = schemeLabel(newest);
  const after: SchemeRecord = {
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
}

/** Changes some settings of a draft. `seen` is the revision that the changes were made on. */
export function changeDraft(
  record: SchemeRecord,
  { seen, settings }: { seen: number; settings: SchemeSettings },
  { actor, today }: Act,
): DraftChange {
  const stands = asSeen(record, seen);
  if (!stands.ok) return stands;
  const scheme = withSettings(record.scheme, settings);
  const checked = checkScheme(scheme);
  if (!checked.ok) return checked;
  const edited = { revision: record.revision + 1, changedBy: signature(actor), changedOn: today };
  const change = { revision: edited.revision, settings: differing(record.scheme, scheme) };
  return accept({ after: { ...record, scheme, ...edited }, event: { type: "scheme.changed", change } });
}

/**
 * Puts a draft in force for new cohorts. Careers hang on a scheme: whoever changed it last does not publish it. A
 * published version never changes.
 */
export function publishDraft(
  record: SchemeRecord,
  { seen, reason }: { seen: number; reason: string },
  { actor, today }: Act,
): DraftChange {
  const stands = asSeen(record, seen);
  if (!stands.ok) return stands;
  if (record.changedBy.id === actor.id) return refuse("same-person-decides");
  const checked = checkScheme(record.scheme);
  if (!checked.ok) return checked;
  const published = { publishedBy: signature(actor), publishedOn: today, reason };
  const change = { revision: record.revision, reason };
  return accept({
    after: { ...record, status: "published", ...published },
    event: { type: "scheme.published", change },
  });
}

function asSeen(record: SchemeRecord, seen: number): Outcome<SchemeRecord> {
  if (record.status !== "draft")
    return refuse("scheme-published", undefined, { on: record.publishedOn ?? "" });
  if (record.revision === seen) return accept(record);
  return refuse("changed-meanwhile", undefined, { ...saidBy(record.changedBy), on: record.changedOn });
}

/** Only what is given: a setting that is undefined is one that nobody spoke of. */
function withSettings(scheme: Scheme, settings: SchemeSettings): Scheme {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return { ...scheme, ...given };
}

/** The settings that differ, as they are afterwards. */
function differing(before: Scheme, after: Scheme): Record<string, unknown> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => key !== "version" && canonical(value) !== canonical(old.get(key)),
    ),
  );
}
