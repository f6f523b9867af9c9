import { createHash } from "node:crypto";
import { type FlagKind, flagKinds, type Kind, kinds, type Named } from "./kinds.ts";

/** The primary key of an item. */
export type Key = { readonly pk: string; readonly sk: string };

/**
 * One part of a key. `#` separates parts, so that it (and `%`, and control characters) is percent-encoded: what a
 * person types can never reach into the next part. Throws RangeError on an empty part: DynamoDB refuses such keys.
 */
export function part(value: string): string {
  if (value === "") throw new RangeError("a key part is empty");
  return value.toWellFormed().replace(/[%#\p{Cc}]/gu, (character) => encodeURIComponent(character));
}

/** A text as it may stand in a key: its SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A key of several parts. */
export function join(...parts: string[]): string {
  return parts.map(part).join("#");
}

/** The parts that a key was joined from. */
export function partsOf(key: string): string[] {
  return key.split("#").map(decodeURIComponent);
}

/** A number that sorts as text. Throws RangeError on what is none. */
export function digits(value: number, width: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a number for a key: ${value}`);
  return String(value).padStart(width, "0");
}

/** The partition of a record: its item, events, flag and the items beside it. */
export function partitionOf(kind: FlagKind, id: string): string {
  return join(kind.toUpperCase(), id);
}

export const recordSort = "RECORD";
export const flagSort = "FLAG";
export const eventPrefix = "EVENT#";

export function recordKey(kind: Kind, id: string): Key {
  return { pk: partitionOf(kind, id), sk: recordSort };
}

/** Event n of a record; versions up to 999,999,999 sort as numbers. */
export function eventKey(kind: Kind, id: string, version: number): Key {
  return { pk: partitionOf(kind, id), sk: `${eventPrefix}${digits(version, 9)}` };
}

/** The version of the event that a sort key belongs to. */
export function versionOfEvent(sk: string): number {
  return Number(sk.slice(eventPrefix.length));
}

export function flagKey(kind: FlagKind, id: string): Key {
  return { pk: partitionOf(kind, id), sk: flagSort };
}

/** A long text beside its record, e.g. `textKey("secondment", id, "ASSESSMENT", assessmentId)`. */
export function textKey(kind: Kind, id: string, name: string, textId: string): Key {
  return { pk: partitionOf(kind, id), sk: `${recordSort}#${join(name, textId)}` };
}

/** The draft of a form beside its record: no part of it until it is filed. */
export function draftKey(kind: Kind, id: string, draft: string): Key {
  return { pk: partitionOf(kind, id), sk: `DRAFT#${part(draft)}` };
}

/** Row of one secondment among the people of its cohort. */
export function digestKey(cohortId: string, serviceNumber: string, secondmentId: string): Key {
  return { pk: digestPartition(cohortId), sk: join(serviceNumber, secondmentId) };
}

export function digestPartition(cohortId: string): string {
  return join("PEOPLE", cohortId);
}

/** The seed of a spot check beside its record: no part of it until the reveal, and out of reach of what lists its items. */
export function seedKey(spotCheckId: string): Key {
  return { pk: partitionOf("spot-check", spotCheckId), sk: "SEED" };
}

/** What all spot checks of a calendar quarter (`2026-Q1`) have drawn. */
export function drawnKey(quarter: string): Key {
  return { pk: join("DRAWN", quarter), sk: "DRAWN" };
}

/** Whose inbox: a role in a unit, `bureau` for the roles of the whole bureau, a service number for an officer. */
export type Inbox = { role: string; unit: string };

export function inboxPartition({ role, unit }: Inbox): string {
  return join("INBOX", role, unit);
}

/** One message of an inbox, by day; the same message again is the same item. */
export function messageKey(
  inbox: Inbox,
  of: { on: string; about: string; checkpoint: string; code: string },
): Key {
  return { pk: inboxPartition(inbox), sk: join(of.on, of.about, of.checkpoint, of.code) };
}

/** The calendar in force. */
export const calendarKey: Key = { pk: "CALENDAR", sk: "CALENDAR" };

export function officerClaimKey(serviceNumber: string): Key {
  return { pk: join("CLAIM", "OFFICER", serviceNumber), sk: "CLAIM" };
}

export function postClaimKey(station: string, post: string): Key {
  return { pk: join("CLAIM", "POST", station, post), sk: "CLAIM" };
}

/** The pairs that hold a mentor. */
export function mentorClaimKey(serviceNumber: string): Key {
  return { pk: join("CLAIM", "MENTOR", serviceNumber), sk: "CLAIM" };
}

/** The pairs that hold an apprentice for one focus. */
export function apprenticeClaimKey(serviceNumber: string, focus: string): Key {
  return { pk: join("CLAIM", "APPRENTICE", serviceNumber, focus), sk: "CLAIM" };
}

/** One officer in one role at a place, beside their own work. */
export function placeClaimKey(of: { place: string; role: string; serviceNumber: string }): Key {
  return { pk: join("CLAIM", "PLACE", of.place, of.role, of.serviceNumber), sk: "CLAIM" };
}

/** The numbers on file that are one but for leading zeros and case. */
export function numberClaimKey(number: string): Key {
  return { pk: join("NUMBER", number), sk: "NUMBER" };
}

/** The numbers on file under the same facts, which are in the key as their SHA-256 only: a key may be logged. */
export function factsClaimKey(facts: string): Key {
  return { pk: join("FACTS", sha256(facts)), sk: "FACTS" };
}

/** The row that remembers the first result of `key`; the route is part of it, so that a key means one action. */
export function idempotencyKey(actor: string, route: string, key: string): Key {
  return { pk: join("KEY", actor, route, key), sk: "KEY" };
}

/** A session by the SHA-256 of its cookie: who reads the table cannot sign in with what is in it. */
export function sessionKey(cookie: string): Key {
  return sessionKeyOf(sha256(cookie));
}

/** The same by the hash itself, which is the name of a session. */
export function sessionKeyOf(hash: string): Key {
  return { pk: join("SESSION", hash), sk: "SESSION" };
}

/** The forms that a person sent after the session had ended. */
export function keptPartition(actorId: string): string {
  return join("KEPT", actorId);
}

export function keptKey(actorId: string, id: string): Key {
  return { pk: keptPartition(actorId), sk: part(id) };
}

/** What cursors of lists are signed with. */
export const cursorKey: Key = { pk: "CURSOR", sk: "KEY" };

/** The item by which is found out whether the engine can write. */
export const probeKey: Key = { pk: "PROBE", sk: "PROBE" };

const kindOfName = new Map<string, FlagKind>(flagKinds.map((kind) => [kind.toUpperCase(), kind]));

/** Kind and id of the record that a partition belongs to; undefined for claims, keys, sessions and the calendar. */
export function recordOf(pk: string): { kind: Kind; id: string } | undefined {
  const named = namedOf(pk);
  const kind = kinds.find((each) => each === named?.kind);
  return named && kind && { ...named, kind };
}

/** The same also for what is no record and has a flag of its own. */
export function namedOf(pk: string): Named | undefined {
  const [name, id, ...more] = pk.split("#");
  const kind = kindOfName.get(name ?? "");
  if (!kind || !id || more.length > 0) return undefined;
  // Lists ask this of hundreds of rows, and few ids have anything to decode.
  return { kind, id: id.includes("%") ? decodeURIComponent(id) : id };
}

/** Who opened the file of a person. */
export function openingPartition(serviceNumber: string): string {
  return join("OPENED", serviceNumber);
}

/** One opening, by instant; the request tells two of the same instant apart. */
export function openingKey(serviceNumber: string, at: string, requestId: string): Key {
  return { pk: openingPartition(serviceNumber), sk: join(at, requestId) };
}
