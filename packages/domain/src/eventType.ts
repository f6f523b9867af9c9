import type * as z from "zod";
import { accountEvents } from "./account/events.ts";
import { auditExportEvents } from "./auditExport/events.ts";
import { cohortEvents } from "./cohort/events.ts";
import { placeEvents, postEvents } from "./concurrentPost/events.ts";
import { cosignerEvents } from "./cosigner/events.ts";
import { importEvents } from "./import/events.ts";
import { noticeEvents } from "./notice/events.ts";
import { officerEvents } from "./officer/events.ts";
import { pairEvents } from "./pair/events.ts";
import { schemeEvents } from "./scheme/events.ts";
import { secondmentEvents } from "./secondmentEvents.ts";
import { spotCheckEvents } from "./spotCheck/events.ts";
import { unitEvents } from "./unit/events.ts";

/** What may happen to the records of each kind: the types of their events, each with the schema of its change. */
export const eventsOfKind = {
  secondment: secondmentEvents,
  cohort: cohortEvents,
  unit: unitEvents,
  officer: officerEvents,
  notice: noticeEvents,
  import: importEvents,
  scheme: schemeEvents,
  "spot-check": spotCheckEvents,
  pair: pairEvents,
  "pair-scheme": schemeEvents,
  place: placeEvents,
  post: postEvents,
  account: accountEvents,
  cosigner: cosignerEvents,
  "audit-export": auditExportEvents,
} as const;

type Kinds = typeof eventsOfKind;
/** An event of one of these types before it is sealed: a type with a change that is not its own does not compile. */
export type EventIn<Table> = {
  readonly [Type in keyof Table]: { readonly type: Type; readonly change: z.output<Table[Type]> };
}[keyof Table];
/** The same by the kind of the record. */
export type EventOfKind<Kind extends keyof Kinds = keyof Kinds> = {
  readonly [Each in Kind]: EventIn<Kinds[Each]>;
}[Kind];
/** Every type of event: one that is not here does not compile where it is written, nor without its words in both languages. */
export type EventType = EventOfKind["type"];

export type SecondmentEvent = EventOfKind<"secondment">;
export type SecondmentEventType = SecondmentEvent["type"];
/** An event of one of these types of a secondment. */
export type EventOf<Type extends SecondmentEventType> = EventIn<Pick<typeof secondmentEvents, Type>>;

/** Every type of event, by name. */
export const eventTypes: readonly string[] = [
  ...new Set(Object.values(eventsOfKind).flatMap((table) => Object.keys(table))),
];
