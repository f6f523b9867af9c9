import { spawnSync } from "node:child_process";
import { openAsBlob, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { headPart, partNames } from "@dunmiao/domain/audit/exportParts";
import { keyRingText, parseKeyRing } from "@dunmiao/domain/audit/keyRing";
import { keyIdOf, parseNote, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { verifyEd25519 } from "@dunmiao/verifier/ed25519";
import { verifyExport, verifyParts } from "@dunmiao/verifier/verifyExport";
import { verifyPaper } from "@dunmiao/verifier/verifyPaper";
import type { Anchor } from "@dunmiao/workflow/anchor";
import { writeExport } from "@dunmiao/workflow/auditExport/writeExport";
import { afterAll, beforeAll, expect, test } from "vitest";
import { damaged, partsIn, type Texts, textsOf, withNewManifest } from "../../operate/test/damage.ts";
import { closeDays, lived, paperOf, signer } from "../../operate/test/exportWorld.ts";
import type { World } from "../../workflow/test/support/world.ts";
import { localAnchor } from "../src/auditKey.ts";
import { ownKeys, ownOf } from "../src/keyFiles.ts";
import { scratchDir } from "./running.ts";

const { dir, remove } = scratchDir();
afterAll(remove);
const told: string[] = [];
const keyFile = join(dir, "anchors/key.txt");
const before = join(dir, "before.txt");
const file = join(dir, "export.zip");
const keysIn = (path: string) => parseKeyRing(readFileSync(path, "utf8"), verifyEd25519) ?? [];
const pems = () => readdirSync(dir).filter((name) => name.endsWith(".pem"));
const run = (main: string, args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, main), ...args], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dir },
  });
const rotate = (...args: string[]) => run("../src/rotateKeyCommand.ts", args);

let anchor: Anchor;
let world: World;
let texts: Texts;
let old: ReturnType<typeof ownKeys>[number] | undefined;
let asked: ReturnType<typeof rotate>[];
/** Heads of 2 to 4 March by one key; the command; heads of 5 and 6 March by both, of 7 March by the new one. */
beforeAll(async () => {
  anchor = localAnchor(dir, "dunmiao.test", (line) => told.push(line));
  world = await lived(anchor);
  writeFileSync(before, readFileSync(keyFile));
  [old] = ownKeys(dir, "dunmiao.test");
  asked = [
    ["--overlap", "0"],
    ["--overlap", "2", "--from", "2026-03-03"],
    ["--overlap", "2", "--from", "2026-03-06"],
  ].map((args) => rotate(...args));
  for (world.clock.today of ["2026-03-06", "2026-03-07", "2026-03-08"]) await closeDays(world, anchor);
  const key = await anchor.keyText();
  await writeExport(world.store, { file, purpose: "x", now: "2026-03-08T01:00:00.000Z", key });
  texts = await textsOf(file);
});

test("the command makes the next key, hands over from the first head that is not signed yet, and once at a time", () => {
  const [none, done, again] = asked;
  expect([none?.status, none?.stderr]).toEqual([1, expect.stringContaining("from 1 to 366")]);
  expect([done?.status, done?.stdout]).toEqual([
    0,
    expect.stringContaining("The heads of 2026-03-05 to 2026-03-06 bear both signatures"),
  ]);
  expect(done?.stdout).toContain(readFileSync(keyFile, "utf8"));
  expect(keysIn(keyFile)[1]?.handOver).toMatchObject({ from: "2026-03-05", until: "2026-03-06" });
  expect([again?.status, again?.stderr]).toEqual([1, expect.stringContaining("can begin on 2026-03-07")]);
});

test("heads bear one signature, both, and the new one; then the old private key is gone", () => {
  const [first, second] = keysIn(keyFile).map(keyIdOf);
  const signed = ["04", "05", "06", "07"].map((day) =>
    parseNote(readFileSync(join(dir, `anchors/2026-03-${day}.txt`), "utf8"))?.signatures.map(
      ({ keyId }) => keyId,
    ),
  );
  expect(signed).toEqual([[first], [first, second], [first, second], [second]]);
  expect(pems()).toEqual([`audit-key.${second}.pem`]);
  expect(statSync(join(dir, pems()[0] ?? "")).mode & 0o777).toBe(0o600);
  expect(told).toEqual([expect.stringContaining(`key-ended ${first}: it signed until 2026-03-06`)]);
});

test("who holds the old key, the new one or the file of both accepts every head, by the command, too", async () => {
  const [first, second] = keysIn(keyFile);
  const blob = await openAsBlob(file);
  for (const keys of [
    keysIn(before),
    second ? [{ name: second.name, publicKey: second.publicKey }] : [],
    keysIn(keyFile),
  ]) {
    const { findings, head, keys: used } = await verifyExport(blob, { keys });
    expect([findings, head?.day, keyRingText(used)]).toEqual([
      [],
      "2026-03-07",
      readFileSync(keyFile, "utf8"),
    ]);
  }
  expect(first).toEqual(keysIn(before)[0]);
  expect((await verifyExport(blob)).findings).toEqual([]);
  const said = run("../../operate/src/verifyExport.ts", [file, "--key", before]);
  expect([said.status, said.stdout]).toEqual([0, expect.stringContaining("(– 2026-03-06)")]);
});

test("a head that only the retired key signed after its day is a finding, in an export and in a paper", async () => {
  const name = headPart("2026-03-07");
  const text = parseNote(texts.get(name) ?? "")?.text ?? "";
  if (!old) throw new Error("no key");
  const line = signatureLine(old.key, await old.sign(Buffer.from(text)));
  const forged = withNewManifest(
    damaged(texts, { [name]: (all) => all.map((each) => (each.startsWith("— ") ? line.trimEnd() : each)) }),
  );
  for (const keys of [keysIn(before), keysIn(keyFile), undefined]) {
    const { findings } = await verifyParts(partsIn(forged), { keys });
    expect(findings).toContainEqual({ code: "head-retired", about: name });
  }
  const note = texts.get(name) ?? "";
  const paper = await paperOf(world, "c1-100001", note);
  const codes = (keys: Parameters<typeof verifyPaper>[1]["keys"], of = paper) =>
    verifyPaper(of, { keys }).findings.map(({ code }) => code);
  expect([codes(keysIn(keyFile)), codes(keysIn(before))]).toEqual([[], ["head-unsigned"]]);
  expect(codes(keysIn(keyFile), await paperOf(world, "c1-100001", `${text}\n${line}`))).toEqual([
    "head-retired",
  ]);
});

test("a hand-over that was cut off, or is another's, is a finding for whoever holds a key", async () => {
  const stranger = signer();
  const first = readFileSync(before, "utf8");
  for (const [told, keys] of [
    [
      first,
      keysIn(keyFile)
        .slice(1)
        .map(({ name, publicKey }) => ({ name, publicKey })),
    ],
    [`${stranger.text}\n`, keysIn(before)],
  ] as const) {
    const after = withNewManifest(damaged(texts, { [partNames.key]: () => [told.trimEnd()] }));
    const { findings } = await verifyParts(partsIn(after), { keys });
    expect(findings).toContainEqual({ code: "key-other", about: partNames.key });
  }
});

test("what lacks its file of keys, or its newest key, starts nothing", () => {
  const own = ownKeys(dir, "dunmiao.test");
  const [newest] = pems();
  const away = join(dir, "away");
  const open = () => localAnchor(dir, "dunmiao.test", (line) => told.push(line));
  expect(keysIn(keyFile).map((key) => ownOf(own, key)?.file)).toEqual([undefined, join(dir, newest ?? "")]);
  renameSync(join(dir, newest ?? ""), away);
  expect(open).toThrow(`${newest} is not there any more`);
  renameSync(away, join(dir, newest ?? ""));
  open();
  expect(told).toHaveLength(1);
});
