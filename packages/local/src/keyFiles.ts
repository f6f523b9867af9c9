import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KeyRing, keyRingText, parseKeyRing } from "@dunmiao/domain/audit/keyRing";
import { keyIdOf, type NoteKey } from "@dunmiao/domain/audit/signedNote";
import { verifySignature } from "@dunmiao/web/audit/verifySignature";
import type { Signer } from "@dunmiao/workflow/anchor";
import { damaged } from "./damage.ts";

/** A private key that is kept here, and its file. */
export type OwnKey = Signer & { readonly file: string };

export const publicFile = "key.txt";
const firstFile = "audit-key.pem";
export const putBack =
  "It signs the heads of the days: put it back from where you keep a copy. Where it is lost for good, move anchors/key.txt to anchors/key.before.txt: the next start signs with a new key, and says so.";

export const anchorsIn = (dataDir: string) => join(dataDir, "anchors");

/** The public keys as they stand in the anchors of a data directory; undefined where none signed yet, or the file was moved away. */
export function readRing(dataDir: string): KeyRing | undefined {
  const file = join(anchorsIn(dataDir), publicFile);
  if (!existsSync(file)) return undefined;
  const ring = parseKeyRing(readFileSync(file, "utf8"), verifySignature);
  if (!ring) throw damaged(file, "is no public key", putBack);
  return ring;
}

/** Replaces them. */
export function keepRing(dataDir: string, ring: KeyRing): void {
  writeWhole(join(anchorsIn(dataDir), publicFile), keyRingText(ring));
}

/** The private keys of a data directory, each to sign under the name. */
export function ownKeys(dataDir: string, name: string): OwnKey[] {
  return readdirSync(dataDir)
    .filter((file) => /^audit-key(\.[0-9a-f]{8})?\.pem$/.test(file))
    .toSorted()
    .map((file) => ownKey(join(dataDir, file), name));
}

/** Whose private half it is, among these. */
export function ownOf(own: readonly OwnKey[], { publicKey }: NoteKey): OwnKey | undefined {
  return own.find(({ key }) => Buffer.from(publicKey).equals(key.publicKey));
}

/** Where the private half of the newest key lies: the first one under a name of its own. */
export function fileOf(dataDir: string, ring: KeyRing): string {
  const newest = ring.at(-1);
  return join(dataDir, newest?.handOver ? `audit-key.${keyIdOf(newest)}.pem` : firstFile);
}

/** A new key in a file that its owner alone can read. `first`: no other one was there before. */
export function makeKey(dataDir: string, name: string, place: "first" | "next"): OwnKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  const id = keyIdOf({ name, publicKey: publicHalf(privateKey) });
  const file = join(dataDir, place === "first" ? firstFile : `audit-key.${id}.pem`);
  writeWhole(file, String(privateKey.export({ format: "pem", type: "pkcs8" })));
  return ownKey(file, name);
}

function ownKey(file: string, name: string): OwnKey {
  const privateKey = readKey(file);
  const key = { name, publicKey: publicHalf(privateKey) };
  return { key, file, sign: (message) => Promise.resolve(sign(null, message, privateKey)) };
}

function publicHalf(privateKey: KeyObject): Uint8Array {
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return Uint8Array.from(Buffer.from(x, "base64url"));
}

function readKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    throw damaged(file, "is no key", putBack);
  }
}

/** In one step, so that a kill leaves the old file or the new one. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
