import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import {
  handOverText,
  type KeyRing,
  keyRingText,
  type Overlap,
  overlapOf,
  parseKeyRing,
  signedByRing,
  signersOn,
  trustedRing,
} from "../../src/audit/keyRing.ts";
import {
  keyChanges,
  keyIdOf,
  noteKeyText,
  noteText,
  parseNote,
  signatureLine,
} from "../../src/audit/signedNote.ts";
import { verifyEd25519 as verify } from "./ed25519.ts";

function signer(name = "dunmiao.test") {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const key = { name, publicKey: Uint8Array.from(Buffer.from(x, "base64url")) };
  return { key, sign: (text: string) => sign(null, Buffer.from(text), privateKey) };
}
type Signer = ReturnType<typeof signer>;
const [one, two, three, stranger] = [signer(), signer(), signer(), signer()];

function handed(before: Signer, own: Signer, overlap: Overlap) {
  const text = handOverText(before.key, own.key, overlap);
  return { ...own.key, handOver: { ...overlap, byBefore: before.sign(text), byOwn: own.sign(text) } };
}
const [march, may] = [
  { from: "2026-03-10", until: "2026-03-12" },
  { from: "2026-05-01", until: "2026-05-30" },
];
const second = handed(one, two, march);
const ring = [one.key, second, handed(two, three, may)];
const read = (text: string) => parseKeyRing(text, verify);
const written = (keys: KeyRing) => keyRingText(keys);

test("keys are read as they were written, one of them alone as the text of a key", () => {
  expect(keyRingText([one.key])).toBe(`${noteKeyText(one.key)}\n`);
  for (const keys of [[one.key], ring.slice(0, 2), ring])
    expect(keyRingText(read(keyRingText(keys)) ?? [])).toBe(keyRingText(keys));
  expect(read(keyRingText(ring).replaceAll("\n", "\r\n"))).toHaveLength(3);
});

test.each([
  ["nothing", ""],
  ["two keys without a hand-over", `${noteKeyText(one.key)}\n${noteKeyText(two.key)}\n`],
  ["a hand-over without the key before it", written([second])],
  ["one from another key", written([stranger.key, second])],
  ["one that the key before did not sign", written([one.key, handed(stranger, two, march)])],
  ["an end that was put off", written([one.key, second]).replace("until 2026-03-12", "until 2026-03-13")],
  ["a day that is none", written([one.key, handed(one, two, { ...march, until: "2026-03-32" })])],
  ["an end before its beginning", written([one.key, handed(one, two, { ...march, until: "2026-03-09" })])],
  ["two hand-overs at once", written([one.key, second, handed(two, three, march)])],
  ["a key that comes back", written([one.key, second, handed(two, one, may)])],
  ["another tree's key", written([one.key, handed(one, signer("other.test"), march)])],
])("%s is no file of keys", (_, text) => expect(read(text)).toBeUndefined());

const names = new Map([one, two, three].map(({ key }, at) => [keyIdOf(key), at + 1]));
test.each([
  ["2026-03-09", [1]],
  ["2026-03-10", [1, 2]],
  ["2026-03-12", [1, 2]],
  ["2026-03-13", [2]],
  ["2026-05-01", [2, 3]],
  ["2026-05-31", [3]],
])("the head of %s is signed by %j", (day, by) =>
  expect(signersOn(ring, day).map((key) => names.get(keyIdOf(key)))).toEqual(by),
);

const noteBy = (signers: readonly Signer[], text = "text\n", over = text) =>
  noteText(
    text,
    signers.map(({ key, sign: signed }) => signatureLine(key, signed(over))),
  );
const parsed = (note: string) => parseNote(note) ?? { text: "", signatures: [] };
const cases: [string, Signer[], "signed" | "retired" | "unsigned"][] = [
  ["2026-03-09", [one], "signed"],
  ["2026-03-12", [one], "signed"],
  ["2026-03-12", [one, two], "signed"],
  ["2026-03-13", [two], "signed"],
  ["2026-03-13", [one, two], "signed"],
  ["2026-03-13", [one], "retired"],
  ["2026-05-31", [two], "retired"],
  ["2026-03-09", [two], "signed"],
  ["2026-03-09", [stranger], "unsigned"],
];
test.each(cases.map(([day, by, is]) => ({ day, by, is, of: by.map(({ key }) => names.get(keyIdOf(key))) })))(
  "a head of $day by $of is $is",
  ({ day, by, is }) => expect(signedByRing(parsed(noteBy(by)), { ring, day, verify })).toBe(is),
);

test("one line under a head that does not hold spoils the others", () => {
  const note = noteBy([one], "text\n") + signatureLine(two.key, two.sign("other\n"));
  expect(signedByRing(parsed(note), { ring, day: "2026-03-10", verify })).toBe("unsigned");
});

test.each<[string, KeyRing, KeyRing, KeyRing | undefined]>([
  ["the first key follows to all", [one.key], ring, ring],
  ["the last key vouches for those before", [three.key], ring, ring],
  ["the one between, too", [two.key], ring, ring],
  ["who holds more than an older file tells keeps it", ring, [one.key], ring],
  ["who holds the beginning follows", ring.slice(0, 2), ring, ring],
  ["another key leads nowhere", [stranger.key], ring, undefined],
  ["another descent neither", [one.key, handed(one, stranger, march)], ring, undefined],
])("of keys that are held and told: %s", (_, held, told, trusted) =>
  expect(trustedRing(held, told)).toEqual(trusted),
);

test.each([
  [1, { from: "2026-03-02", until: "2026-03-02" }],
  [30, { from: "2026-03-02", until: "2026-03-31" }],
  [366, { from: "2026-03-02", until: "2027-03-02" }],
  [0, undefined],
  [367, undefined],
  [1.5, undefined],
  [Number.NaN, undefined],
])("%d days of overlap", (days, overlap) => expect(overlapOf("2026-03-02", days)).toEqual(overlap));

test("a hand-over is told from a key that is gone", () => {
  const signed: [string, Signer[]][] = [
    ["2026-03-06", [three]],
    ["2026-03-05", [two]],
    ["2026-03-04", [two, one]],
    ["2026-03-03", [one, two]],
    ["2026-03-02", [one]],
  ];
  const heads = signed.map(([day, by]) => ({ day, note: noteBy(by) }));
  const id = ({ key }: Signer) => keyIdOf(key);
  const both = [id(one), id(two)].toSorted().join(", ");
  expect(keyChanges(heads)).toEqual([
    { day: "2026-03-06", before: id(two), after: id(three), isHandedOver: false },
    { day: "2026-03-05", before: both, after: id(two), isHandedOver: true },
    { day: "2026-03-03", before: id(one), after: both, isHandedOver: true },
  ]);
});
