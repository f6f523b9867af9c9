import { createHash } from "node:crypto";
import * as z from "zod";
import { signatureSchema } from "./actor.ts";

/**
 * JSON with sorted keys and no undefined members: the same value always gives the same bytes. Every change writes its
 * record so, some kilobytes of it: therefore one text that grows, without lists of members in between.
 */
export function canonical(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return listText(value);
  return hasMembers(value) ? membersText(value) : (JSON.stringify(value) ?? "null");
}

function hasMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function listText(list: readonly unknown[]): string {
  let text = "[";
  for (let at = 0; at < list.length; at += 1) text += (at === 0 ? "" : ",") + canonical(list[at] ?? null);
  return `${text}]`;
}

function membersText(value: Readonly<Record<string, unknown>>): string {
  let text = "{";
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member !== undefined) text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `${text}}`;
}

/** By their code units, as `<` compares them; what was read from a canonical text is in order already. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? "") < key) ? keys : keys.sort();
}

/** SHA-256, hexadecimal, of the canonical form. */
export function hashOf(value: unknown): string {
  return hashOfText(canonical(value));
}

/** SHA-256, hexadecimal, of a text that is in canonical form already. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** One immutable line of the audit trail: event n of a record carries the hash of event n−1. */
export const eventSchema = z.object({
  recordKind: z.string(),
  recordId: z.string(),
  version: z.int().positive(),
  type: z.string(),
  actor: signatureSchema,
  at: z.iso.datetime(),
  on: z.iso.date(),
  change: z.record(z.string(), z.unknown()),
  calendarVersion: z.int().nonnegative(),
  scheme: z.string().optional(),
  recordHash: z.string(),
  prev: z.string(),
  hash: z.string(),
});
export type Event = z.infer<typeof eventSchema>;

/** `prev` of the first event of every record. */
export const chainStart = "0".repeat(64);

/** A record as an event seals it, in canonical form: without `head`, which is the event's own hash. */
export function recordText(record: object): string {
  return canonical({ ...record, head: undefined });
}

/** An event as its own hash covers it, in canonical form: every other member, `prev` among them. */
export function eventText(event: object): string {
  return canonical({ ...event, hash: undefined });
}

/** Seals an event: the text that is stored, and the event with the hash of that text. */
export function sealEvent(event: Omit<Event, "hash">): { event: Event; text: string } {
  const text = eventText(event);
  return { event: { ...event, hash: hashOfText(text) }, text };
}

export type ChainFault = {
  version: number;
  fault: "missing" | "broken-link" | "altered-event" | "altered-record";
};

/** An event with the text that is stored of it; the hash is taken of the text. */
export type StoredEvent = { event: Event; text: string };

/**
 * Replays a chain, oldest event first, and compares the live record; an empty list means whole. Hashes are taken of the
 * texts as they are stored.
 */
export function verifyChain(
  events: readonly StoredEvent[],
  record: { version: number; head: string; text: string },
): ChainFault[] {
  const faults: ChainFault[] = [];
  let prev = chainStart;
  for (const [index, { event, text }] of events.entries()) {
    const { hash } = event;
    if (event.version !== index + 1) faults.push({ version: index + 1, fault: "missing" });
    if (event.prev !== prev) faults.push({ version: event.version, fault: "broken-link" });
    if (hashOfText(text) !== hash) faults.push({ version: event.version, fault: "altered-event" });
    prev = hash;
  }
  const last = events.at(-1)?.event;
  if (last?.version !== record.version) faults.push({ version: record.version, fault: "missing" });
  else if (last.hash !== record.head || last.recordHash !== hashOfText(record.text))
    faults.push({ version: record.version, fault: "altered-record" });
  return faults;
}
