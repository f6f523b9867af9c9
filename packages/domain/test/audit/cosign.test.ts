import { generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { noteKeyText, noteText, signatureLine, type VerifySignature } from "../../src/audit/signedNote.ts";
import { headText } from "../../src/audit/treeHead.ts";
import {
  addCosigner,
  bringCosignature,
  endCosigner,
  readBrought,
  signersOf,
} from "../../src/cosigner/cosign.ts";
import { type Cosigner, cosignedNote, lastCosignedDay } from "../../src/cosigner.ts";

const by = { actor: { id: "security-1", role: "security" } satisfies Actor, today: "2026-04-01" };
const none = "0".repeat(64);
const head = (day: string, root = none) =>
  headText({ origin: "dunmiao.test", size: 7, root, day, sm3: none });

function signer(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return { key: { name, publicKey: Uint8Array.from(Buffer.from(x, "base64url")) }, privateKey, publicKey };
}
type Signer = ReturnType<typeof signer>;
const lineOf = ({ key, privateKey }: { key: Signer["key"]; privateKey: KeyObject }, text: string) =>
  signatureLine(key, sign(null, Buffer.from(text), privateKey));

const ours = signer("dunmiao.test");
const discipline = signer("discipline");
const stranger = signer("discipline");
const known = new Map(
  [ours, discipline, stranger].map(({ key, publicKey }) => [key.publicKey.join(), publicKey]),
);
const verifySignature: VerifySignature = (message, signature, key) => {
  const publicKey = known.get(key.join());
  return publicKey !== undefined && verify(null, message, publicKey, signature);
};

function added(): Cosigner {
  const outcome = addCosigner({ organ: "纪委", key: noteKeyText(discipline.key) }, "dunmiao.test", by);
  if (!outcome.ok) throw new Error("refused");
  return outcome.value.after;
}
const signed = (text: string, ...by: readonly Signer[]) =>
  noteText(text, [lineOf(ours, text), ...by.map((each) => lineOf(each, text))]);

function bring(note: string, { cosigner = added(), held = head("2026-03-31") } = {}) {
  const brought = readBrought(note);
  if (!brought.ok) return brought;
  return bringCosignature(cosigner, brought.value, {
    ...by,
    ours: held === "" ? undefined : held,
    verify: verifySignature,
  });
}
const codeOf = (outcome: ReturnType<typeof bring>) => (outcome.ok ? "" : outcome.refusals[0]?.code);

test("a second holder is entered by a key that reads as one and is not our own", () => {
  expect(added()).toMatchObject({ organ: "纪委", cosigned: [], addedOn: "2026-04-01" });
  expect(addCosigner({ organ: "纪委", key: "discipline+00000000+AAAA" }, undefined, by).ok).toBe(false);
  const own = addCosigner({ organ: "纪委", key: noteKeyText(ours.key) }, "dunmiao.test", by);
  expect(own).toEqual({
    ok: false,
    refusals: [{ code: "cosigner-is-ours", field: "key", params: { name: "dunmiao.test" } }],
  });
});

describe("what comes back from a second holder", () => {
  const text = head("2026-03-31");
  const whole = signed(text, discipline);

  test.each([
    ["as it was given", whole],
    [
      "with the line ends of another system and blank lines at its end",
      `${whole.replaceAll("\n", "\r\n")}\r\n\r\n`,
    ],
  ])("%s is taken, and stands under the head from then on", (_, note) => {
    const outcome = bring(note);
    if (!outcome.ok) throw new Error(codeOf(outcome));
    const { after, event } = outcome.value;
    const line = lineOf(discipline, text);
    expect(event).toEqual({ type: "cosigner.head-cosigned", change: { day: "2026-03-31", size: 7, line } });
    expect(lastCosignedDay([added(), after])).toBe("2026-03-31");
    const own = { day: "2026-03-31", note: signed(text) };
    expect(cosignedNote(own, [after])).toBe(whole);
    expect(cosignedNote({ ...own, day: "2026-03-30" }, [after])).toBe(own.note);
  });

  test.each([
    ["no signed text", "hello", {}, "cosigned-note-unreadable"],
    ["nothing but our own signature", signed(text), {}, "cosignature-missing"],
    ["a stranger's under the same name", signed(text, stranger), {}, "cosignature-missing"],
    ["a head that was altered after it was signed", whole.replace("\n7\n", "\n8\n"), {}, "cosignature-wrong"],
    ["a day without a head of ours", whole, { held: "" }, "cosigned-head-unknown"],
    [
      "another head than we hold now",
      whole,
      { held: head("2026-03-31", "1".repeat(64)) },
      "cosigned-head-differs",
    ],
  ] as const)("%s is refused", (_, note, given, code) => {
    expect(codeOf(bring(note, { held: text, ...given }))).toBe(code);
  });

  test("the same day twice, and anything after the key has ended, is refused", () => {
    const first = bring(whole);
    if (!first.ok) throw new Error(codeOf(first));
    expect(codeOf(bring(whole, { cosigner: first.value.after }))).toBe("cosignature-already-there");
    const ended = endCosigner(added(), by);
    if (!ended.ok) throw new Error("refused");
    expect(codeOf(bring(whole, { cosigner: ended.value.after }))).toBe("cosigner-ended");
    expect(endCosigner(ended.value.after, by).ok).toBe(false);
  });

  test("who signed is told by the id of the key", () => {
    const brought = readBrought(whole);
    if (!brought.ok) throw new Error("unreadable");
    expect(signersOf(brought.value, [{ id: "00000000" }, added()]).map(({ id }) => id)).toEqual([added().id]);
  });
});
