import { createHash } from "node:crypto";
import { base64Of, bytesOfBase64, bytesOfHex, hexOf } from "./bytes.ts";

/** Checks an Ed25519 signature: of which bytes, by which public key (32 bytes). */
export type VerifySignature = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;
/** A signer: the name of the key and its public half. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };
/** A signed note (C2SP): its text, every line ended, and the signature lines under it. */
export type SignedNote = {
  readonly text: string;
  readonly signatures: readonly { name: string; keyId: string; signature: Uint8Array }[];
};

const ed25519 = 1;

/** The first four bytes of the hash over name and key, hex: which key a signature line means. */
export function keyIdOf({ name, publicKey }: NoteKey): string {
  const hash = createHash("sha256").update(`${name}\n`).update(Uint8Array.of(ed25519)).update(publicKey);
  return hash.digest("hex").slice(0, 8);
}

/** A key as it is given from hand to hand: `<name>+<key id>+<base64 of type and key>`. */
export function noteKeyText(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${base64Of(Uint8Array.from([ed25519, ...key.publicKey]))}`;
}

/** Undefined for what is no Ed25519 key of a note, or names another key id. */
export function parseNoteKey(text: string): NoteKey | undefined {
  const [, name, keyId, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const [type, ...bytes] = bytesOfBase64(encoded);
  const key = { name, publicKey: Uint8Array.from(bytes) };
  return type === ed25519 && bytes.length === 32 && keyIdOf(key) === keyId ? key : undefined;
}

/** The line under a note: em dash, name, base64 of key id and signature. */
export function signatureLine(key: NoteKey, signature: Uint8Array): string {
  const encoded = base64Of(Uint8Array.from([...bytesOfHex(keyIdOf(key)), ...signature]));
  return `— ${key.name} ${encoded}\n`;
}

/** A text (each of its lines ended) with the lines of its signatures; the signatures are over the text alone. */
export function noteText(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join("")}`;
}

/** Undefined for what is no signed note. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return undefined;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.flatMap((line) => {
    const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
    const bytes = bytesOfBase64(encoded ?? "");
    if (name === undefined || bytes.length < 5) return [];
    return [{ name, keyId: hexOf(bytes.subarray(0, 4)), signature: bytes.slice(4) }];
  });
  if (signatures.length === 0 || signatures.length !== lines.length) return undefined;
  return { text: note.slice(0, end + 1), signatures };
}

/** Whether a note bears a good signature of the key; every line that names it must be good. */
export function isSignedBy(note: SignedNote, key: NoteKey, verify: VerifySignature): boolean {
  const keyId = keyIdOf(key);
  const own = note.signatures.filter((each) => each.name === key.name && each.keyId === keyId);
  const message = new TextEncoder().encode(note.text);
  return own.length > 0 && own.every(({ signature }) => verify(message, signature, key.publicKey));
}

/**
 * A day whose note is not signed with the same keys (ids, as `keyIdOf`) as the one before it; `isHandedOver`: one of them
 * signed both.
 */
export type KeyChange = {
  readonly day: string;
  readonly before: string;
  readonly after: string;
  readonly isHandedOver: boolean;
};

/** Where the keys change among the notes of days, newest first; what is no note is passed over. */
export function keyChanges(heads: readonly { readonly day: string; readonly note: string }[]): KeyChange[] {
  const signed = heads.flatMap(({ day, note }) => {
    const keys = parseNote(note)?.signatures.map(({ keyId }) => keyId);
    return keys === undefined ? [] : [{ day, keys: [...new Set(keys)].toSorted() }];
  });
  return signed.flatMap(({ day, keys }, at) => {
    const earlier = signed[at + 1]?.keys;
    if (!earlier) return [];
    const [before, after] = [earlier.join(", "), keys.join(", ")];
    const isHandedOver = keys.some((key) => earlier.includes(key));
    return before === after ? [] : [{ day, before, after, isHandedOver }];
  });
}
