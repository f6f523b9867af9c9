import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import {
  isSignedBy,
  noteKeyText,
  noteText,
  parseNote,
  parseNoteKey,
  signatureLine,
} from "../../src/audit/signedNote.ts";
import { checkCode, headText, parseHead } from "../../src/audit/treeHead.ts";
import { verifyEd25519 } from "./ed25519.ts";

// The known answer of the Go implementation of signed notes.
const known = {
  key: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  note: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};

test("a note of another implementation is read, and its signature holds", () => {
  const key = parseNoteKey(known.key);
  const note = parseNote(known.note);
  if (!key || !note) throw new Error("not read");
  expect(noteKeyText(key)).toBe(known.key);
  expect(isSignedBy(note, key, verifyEd25519)).toBe(true);
  const [line] = note.signatures;
  expect(noteText(note.text, line ? [signatureLine(key, line.signature)] : [])).toBe(known.note);
  expect(isSignedBy({ ...note, text: `${note.text}x\n` }, key, verifyEd25519)).toBe(false);
});

test.each(["", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n— name AAAA\n", known.note.slice(0, -1)])(
  "%j is no signed note",
  (text) => expect(parseNote(text)).toBeUndefined(),
);

test.each(["", "name", known.key.replace("c74f", "c74e"), known.key.slice(0, -8)])("%j is no key", (text) =>
  expect(parseNoteKey(text)).toBeUndefined(),
);

const head = { origin: "dunmiao/x", size: 8, root: "5d".repeat(32), day: "2026-03-02", sm3: "66".repeat(32) };

test("a head is read as it was written, signed by its key and by no other", () => {
  expect(parseHead(headText(head))).toEqual(head);
  expect(checkCode(head)).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  expect(checkCode({ ...head, size: 9 })).not.toBe(checkCode(head));
  const [one, two] = [signer(), signer()];
  const message = Buffer.from(headText(head));
  const note = parseNote(
    noteText(headText(head), [signatureLine(one.key, sign(null, message, one.privateKey))]),
  );
  expect(note && isSignedBy(note, one.key, verifyEd25519)).toBe(true);
  expect(note && isSignedBy(note, two.key, verifyEd25519)).toBe(false);
});

function signer() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return { privateKey, key: { name: "dunmiao/x", publicKey: Uint8Array.from(Buffer.from(x, "base64url")) } };
}

test.each([
  ["a size with a zero before it", headText(head).replace("\n8\n", "\n08\n")],
  ["a short root", headText({ ...head, root: "5d" })],
  ["no day", headText(head).replace("day ", "on ")],
  ["no second digest", headText(head).replace("sm3 ", "sm4 ")],
  ["no end", headText(head).slice(0, -1)],
])("%s is no head", (_, text) => expect(parseHead(text)).toBeUndefined());
