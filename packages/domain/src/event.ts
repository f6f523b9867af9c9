import { createHash } from "node:crypto";
import * as z from "zod";
import { signatureSchema } from "./actor.ts";

/** JSON with sorted keys and no undefined members: the same value always gives the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

/** SHA-256, hexadecimal, of the canonical form. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
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

/** SHA-256 of a record as an event seals it: without `head`, which is the event's own hash. */
export function recordHash(record: object): string {
  return hashOf(Object.fromEntries(Object.entries(record).filter(([member]) => member !== "head")));
}

/** Seals an event: the hash covers every other member, `prev` among them. */
export function sealEvent(event: Omit<Event, "hash">): Event {
  return { ...event, hash: hashOf(event) };
}

export type ChainFault = {
  version: number;
  fault: "missing" | "broken-link" | "altered-event" | "altered-record";
};

/** Replays a chain, oldest event first, and compares the live record; an empty list means whole. */
export function verifyChain(
  events: readonly Event[],
  record: { version: number; head: string },
): ChainFault[] {
  const faults: ChainFault[] = [];
  let prev = chainStart;
  for (const [index, event] of events.entries()) {
    const { hash, ...body } = event;
    if (event.version !== index + 1) faults.push({ version: index + 1, fault: "missing" });
    if (event.prev !== prev) faults.push({ version: event.version, fault: "broken-link" });
    if (hashOf(body) !== hash) faults.push({ version: event.version, fault: "altered-event" });
    prev = hash;
  }
  const last = events.at(-1);
  if (last?.version !== record.version) faults.push({ version: record.version, fault: "missing" });
  else if (last.hash !== record.head || last.recordHash !== recordHash(record))
    faults.push({ version: record.version, fault: "altered-record" });
  return faults;
}
