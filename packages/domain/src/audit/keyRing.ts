import { addDays, calendarDateSchema } from "../calendarDate.ts";
import { base64Of, bytesOfBase64 } from "./bytes.ts";
import {
  isSignedBy,
  keyIdOf,
  type NoteKey,
  noteKeyText,
  parseNoteKey,
  type SignedNote,
  type VerifySignature,
} from "./signedNote.ts";

/**
 * How a tree goes over to a key: the first day (YYYY-MM-DD) whose head it signs, and the last one whose head the key
 * before it signs, too.
 */
export type Overlap = { readonly from: string; readonly until: string };
/** An overlap as both keys signed it. */
export type HandOver = Overlap & { readonly byBefore: Uint8Array; readonly byOwn: Uint8Array };
/** The keys of one tree, oldest first; each but the first with how it was handed over to. At least one. */
export type KeyRing = readonly (NoteKey & { readonly handOver?: HandOver })[];

const maxOverlapDays = 366;

/** Both keys sign the heads of so many days (1 to 366), from `today` on; undefined for another number. */
export function overlapOf(today: string, days: number): Overlap | undefined {
  const isUsable = Number.isInteger(days) && days >= 1 && days <= maxOverlapDays;
  return isUsable ? { from: today, until: addDays(today, days - 1) } : undefined;
}

/** What both keys sign when one hands over to the other; no head reads so. */
export function handOverText(before: NoteKey, own: NoteKey, { from, until }: Overlap): string {
  return `hand-over of a key\n${noteKeyText(before)}\n${noteKeyText(own)}\nfrom ${from}\nuntil ${until}\n`;
}

/**
 * As the file of keys holds them, a line each: `<key>`, then `<key> from <day> overlap-until <day> <signature of the key
 * before> <signature of its own>`.
 */
export function keyRingText(ring: KeyRing): string {
  return ring.map((each) => `${lineOf(each)}\n`).join("");
}

function lineOf({ handOver, ...key }: KeyRing[number]): string {
  if (!handOver) return noteKeyText(key);
  const { from, until, byBefore, byOwn } = handOver;
  return `${noteKeyText(key)} from ${from} overlap-until ${until} ${base64Of(byBefore)} ${base64Of(byOwn)}`;
}

/** Undefined for what is no such file: another tree's key among them, days out of order, a signature that does not hold. */
export function parseKeyRing(text: string, verify: VerifySignature): KeyRing | undefined {
  const ring: KeyRing[number][] = [];
  for (const line of text.trim().split(/\s*\n\s*/)) {
    const next = ring.length === 0 ? parseNoteKey(line) : handedOver(ring, line, verify);
    if (!next) return undefined;
    ring.push(next);
  }
  return ring;
}

const handOverLine = /^(\S+) from (\S+) overlap-until (\S+) ([A-Za-z0-9+/]+=*) ([A-Za-z0-9+/]+=*)$/;

function handedOver(ring: KeyRing, line: string, verify: VerifySignature): KeyRing[number] | undefined {
  const [, keyText = "", from = "", until = "", first = "", second = ""] = handOverLine.exec(line) ?? [];
  const [before, key] = [ring.at(-1), parseNoteKey(keyText)];
  if (!before || !key || key.name !== before.name) return undefined;
  if (ring.some((each) => keyIdOf(each) === keyIdOf(key))) return undefined;
  const areDays = [from, until].every((day) => calendarDateSchema.safeParse(day).success);
  if (!areDays || from > until || from <= (before.handOver?.until ?? "")) return undefined;
  const handOver = { from, until, byBefore: bytesOfBase64(first), byOwn: bytesOfBase64(second) };
  const message = new TextEncoder().encode(handOverText(before, key, handOver));
  const isSigned =
    verify(message, handOver.byBefore, before.publicKey) && verify(message, handOver.byOwn, key.publicKey);
  return isSigned ? { ...key, handOver } : undefined;
}

/** Each key with the last day (YYYY-MM-DD) whose head it signs; undefined for the one that signs until further notice. */
export function endsOf(ring: KeyRing): { key: NoteKey; until: string | undefined }[] {
  return ring.map((key, at) => ({ key, until: ring[at + 1]?.handOver?.until }));
}

/** The keys that sign the head of a day (YYYY-MM-DD), oldest first: two of them while one hands over to the other. */
export function signersOn(ring: KeyRing, day: string): NoteKey[] {
  return ring.filter(({ handOver }, at) => {
    const until = ring[at + 1]?.handOver?.until;
    return (handOver?.from ?? "") <= day && (until === undefined || day <= until);
  });
}

/**
 * Whether a key of the ring vouches for the note of a day: `retired` where only one does that had ended before. A newer key
 * vouches for days before it, too, as it does by each later head. Every line that names one of them must be good.
 */
export function signedByRing(
  note: SignedNote,
  { ring, day, verify }: { ring: KeyRing; day: string; verify: VerifySignature },
): "signed" | "retired" | "unsigned" {
  const named = endsOf(ring).filter(({ key }) =>
    note.signatures.some(({ name, keyId }) => name === key.name && keyId === keyIdOf(key)),
  );
  if (named.length === 0 || !named.every(({ key }) => isSignedBy(note, key, verify))) return "unsigned";
  return named.some(({ until }) => until === undefined || day <= until) ? "signed" : "retired";
}

/**
 * What a reader who holds keys may trust of those that a file tells: one key that is among them vouches for the hand-overs
 * around it; of two files that begin alike the longer one. Undefined where they are not of one descent.
 */
export function trustedRing(held: KeyRing, told: KeyRing): KeyRing | undefined {
  const [only, ...more] = held.map(lineOf);
  const isAmong = more.length === 0 && told.some((key) => noteKeyText(key) === only);
  const [short, long] = held.length < told.length ? [held, told] : [told, held];
  const isBegun = keyRingText(long).startsWith(keyRingText(short));
  if (isBegun) return long;
  return isAmong ? told : undefined;
}
