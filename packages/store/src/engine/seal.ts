import { type Actor, signature } from "@dunmiao/domain/actor";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import {
  chainStart,
  type Event,
  hashOfText,
  recordText,
  type StoredEvent,
  sealEvent,
} from "@dunmiao/domain/event";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import { changedAttributes, indexAttributes, type Placement } from "./indexKeys.ts";
import { eventKey, type Key, recordKey } from "./keys.ts";
import type { EventOfRecord, Kind, Noun, Recorded } from "./kinds.ts";

/** Who changes something and when: `at` an ISO instant, `on` the Asia/Shanghai date, the calendar in force. */
export type Stamp = { actor: Actor; at: string; on: string; calendarVersion: number };

/** What lists show and find of a record, computed by the noun's own file; no rule ever reads it. */
export type Derived = {
  summary: object | string;
  dueOn?: string | undefined;
  index: Placement;
  /** A row of a cohort's own partition, rewritten with every change: what pages about all of its people read. */
  digest?: Key & Readonly<Record<string, unknown>>;
};

/** What happened, in the form of its type, and the scheme version that it happened under. */
type What<R> = EventOfKind & EventOfRecord<R> & { readonly scheme?: string };

/** One change of one record. `version` and `head` of `after` are set here; without `before` it is a creation. */
export type Sealable<R extends Recorded> = {
  noun: Noun<R>;
  before?: R | undefined;
  after: R;
  event: What<R>;
  /** Changes that come first in the same transaction, each with its own event, and whose they are. */
  earlier?: readonly { after: R; event: What<R>; actor: Actor }[] | undefined;
  /** `at`: the ISO instant of the change. */
  derive: (record: R, at: string) => Derived;
};

/** A change with its events sealed and its items ready for a transaction; `seen` is the version it was made on. */
export type Sealed<R extends Recorded = Recorded> = {
  readonly kind: Kind;
  readonly seen: number;
  readonly record: R;
  readonly event: Event;
  readonly recordItem: Record<string, unknown>;
  readonly eventItems: readonly Record<string, unknown>[];
  readonly digestItem?: Key & Readonly<Record<string, unknown>>;
};

/** Numbers the new record, chains its events to the last one and derives the index row; stores nothing. */
export function seal<R extends Recorded>(change: Sealable<R>, stamp: Stamp): Sealed<R> {
  const { noun, before, derive } = change;
  const seen = before?.version ?? 0;
  const last = { after: change.after, event: change.event, actor: stamp.actor };
  let prev = before?.head ?? chainStart;
  let record = "";
  const events = [...(change.earlier ?? []), last].map(({ after, event: what, actor }, index) => {
    record = recordText({ ...after, version: seen + index + 1 });
    const sealed = sealEvent({
      recordKind: noun.kind,
      recordId: after.id,
      version: seen + index + 1,
      ...what,
      actor: signature(actor),
      at: stamp.at,
      on: stamp.on,
      calendarVersion: stamp.calendarVersion,
      recordHash: hashOfText(record),
      prev,
    });
    prev = sealed.event.hash;
    return sealed;
  });
  return { kind: noun.kind, seen, ...itemsOf(change, { record, events }, derive, stamp.actor) };
}

function itemsOf<R extends Recorded>(
  { noun, after }: Sealable<R>,
  texts: { record: string; events: readonly StoredEvent[] },
  derive: Sealable<R>["derive"],
  actor: Actor,
) {
  const event = texts.events.at(-1)?.event;
  if (!event) throw new Error("a change without an event");
  const record = { ...after, version: event.version, head: event.hash };
  const { summary, dueOn, index, digest } = derive(record, event.at);
  const recordItem = {
    ...recordKey(noun.kind, record.id),
    ...indexAttributes(noun.kind, record.id, { ...index, ...(dueOn !== undefined && { dueOn }) }),
    kind: noun.kind,
    version: record.version,
    changedBy: actor.role === "system" ? actor.id : actor.role,
    record: texts.record,
    head: record.head,
    summary,
  };
  const eventItems = texts.events.map(({ event: { version, hash }, text }) => ({
    ...eventKey(noun.kind, record.id, version),
    event: text,
    hash,
    // The last one of a transaction alone: the day is closed with the newest state of each record.
    ...(version === event.version &&
      changedAttributes(noun.kind, {
        day: shanghaiDate(new Date(event.at)),
        id: record.id,
        version,
        head: hash,
      })),
  }));
  return { record, event, recordItem, eventItems, ...(digest && { digestItem: digest }) };
}
