import { type Actor, signature } from "../actor.ts";
import type { Change } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { canonical } from "../event.ts";
import type { EventOfKind } from "../eventType.ts";
import { accept, type Outcome, type Refusal, type Refused, refuse } from "../refusal.ts";
import { type Scheme, schemeLabel } from "../scheme.ts";
import { type SchemeRecord, type SchemeSettings, schemeRecordId } from "../schemeRecord.ts";
import { undecidedClasses } from "./classRule.ts";
import { checkScheme } from "./schemeCheck.ts";
import { settingsByDefault, withEverythingStated } from "./schemeDefaults.ts";

type Act = { readonly actor: Actor; readonly today: string };
export type SchemeChange = Change<SchemeRecord, EventOfKind<"scheme">>;
type DraftChange = Outcome<SchemeChange>;

/** A draft of the version after the newest one, already with its first changes; running secondments keep theirs. */
export function startDraft(newest: Scheme, settings: SchemeSettings, { actor, today }: Act): DraftChange {
  const scheme = withSettings({ ...withEverythingStated(newest), version: newest.version + 1 }, settings);
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
  const scheme = withSettings(withEverythingStated(record.scheme), settings);
  const checked = checkScheme(scheme);
  if (!checked.ok) return checked;
  const edited = { revision: record.revision + 1, changedBy: signature(actor), changedOn: today };
  const change = { revision: edited.revision, settings: differing(record.scheme, scheme) };
  return accept({ after: { ...record, scheme, ...edited }, event: { type: "scheme.changed", change } });
}

/**
 * Puts a draft in force for new cohorts. Careers hang on a scheme: whoever changed it last does not publish it. A
 * published version never changes. It decides every class that there is, and states every setting: what nobody has
 * decided is refused (`class-left-open`, `setting-not-stated`).
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
  const refused = refusedOpen(record.scheme);
  if (refused) return refused;
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
  const last = { by: record.changedBy, on: record.changedOn };
  return staleRevision(seen, record.revision, last) ?? accept(record);
}

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

/**
 * Only what is given: a setting that is undefined is one that nobody spoke of, and so is a class that is not among the
 * classes.
 */
function withSettings(scheme: Scheme, settings: SchemeSettings): Scheme {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return { ...scheme, ...given, classes: { ...scheme.classes, ...settings.classes } };
}

/** The settings that differ, as they are afterwards. */
function differing(before: Scheme, after: Scheme): Record<string, unknown> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) =>
        key !== "version" && key !== "schemaVersion" && canonical(value) !== canonical(old.get(key)),
    ),
  );
}
