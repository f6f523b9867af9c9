import { spawnSync } from "node:child_process";
import { openAsBlob, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { headPart, partNames } from "@dunmiao/domain/audit/exportParts";
import { parseNote, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { keepCosignature, saveCosigner } from "@dunmiao/store/cosigner";
import type { FindingCode } from "@dunmiao/verifier/findings";
import { verifyExport, verifyParts } from "@dunmiao/verifier/verifyExport";
import { writeExport } from "@dunmiao/workflow/auditExport/writeExport";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifySignature } from "../../web/src/audit/verifySignature.ts";
import type { World } from "../../workflow/test/support/world.ts";
import { type Damage, damaged, partsIn, type Texts, textsOf, withNewManifest } from "./damage.ts";
import { lived, paperOf, scratch, signer } from "./exportWorld.ts";

const [ours, discipline, stranger] = [signer(), signer("discipline"), signer("discipline")];
const dir = scratch();
const file = join(dir, "export.zip");
const day = "2026-03-03";
let texts: Texts;
let world: World;
let note = "";
beforeAll(async () => {
  world = await lived(ours.anchor);
  const security = world.acting({ id: "security-1", role: "security" });
  await saveCosigner(security, { organ: "纪委", key: discipline.text }, undefined);
  note = (ours.notes.get(day) ?? "") + (await lineOf(discipline));
  const auditor = world.acting({ id: "auditor-1", role: "auditor" });
  const brought = await keepCosignature(auditor, undefined, { note, verify: verifySignature });
  expect(brought.outcome).toBe("committed");
  await writeExport(world.store, { file, purpose: "x", now: "2026-03-05T01:00:00.000Z", key: ours.text });
  texts = await textsOf(file);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function lineOf({ key, sign }: ReturnType<typeof signer>): Promise<string> {
  const text = parseNote(ours.notes.get(day) ?? "")?.text ?? "";
  return signatureLine(key, await sign(new TextEncoder().encode(text)));
}

test("an export carries what others signed, and says until which day and by whose key", async () => {
  const own = { organ: "纪委", key: discipline.text, until: day };
  const blob = await openAsBlob(file);
  expect(await verifyExport(blob, { keys: [ours.key] })).toMatchObject({
    findings: [],
    cosigned: [{ ...own, isHeld: false }],
  });
  const held = { keys: [ours.key], cosigners: [discipline.key] };
  expect(await verifyExport(blob, held)).toMatchObject({
    findings: [],
    cosigned: [{ ...own, isHeld: true }],
  });
  expect(texts.get(partNames.cosigners)).toBe(`${discipline.text}\n`);
  const keyFile = join(dir, "discipline.txt");
  writeFileSync(keyFile, discipline.text);
  const command = join(import.meta.dirname, "../src/verifyExport.ts");
  const said = spawnSync(process.execPath, [command, file, "--cosigner", keyFile], { encoding: "utf8" });
  expect([said.status, said.stdout]).toEqual([
    0,
    expect.stringContaining(`纪委 另签至 signed too, until ${day}: 公钥另行提供 key given by you`),
  ]);
});

test("one person's paper is checked by the same command, against a head, a key or another organ's key", async () => {
  const paper = join(dir, "one.tlog-proof");
  const [held, keyFile, other] = ["held.txt", "key.txt", "other.txt"].map((name) => join(dir, name));
  writeFileSync(paper, await paperOf(world, "c1-100001", note));
  writeFileSync(held ?? "", note);
  writeFileSync(keyFile ?? "", ours.text);
  writeFileSync(other ?? "", discipline.text);
  const command = join(import.meta.dirname, "../src/verifyExport.ts");
  const run = (...held: string[]) =>
    spawnSync(process.execPath, [command, paper, ...held], { encoding: "utf8" });
  const good = run("--checkpoint", held ?? "", "--key", keyFile ?? "", "--cosigner", other ?? "");
  expect([good.status, good.stdout]).toEqual([
    0,
    expect.stringContaining(`Signed by another, too: ${discipline.text}`),
  ]);
  expect(run("--checkpoint", held ?? "").status).toBe(0);
  expect(run("--key", other ?? "").status).toBe(1);
  expect(run().status).toBe(1);
});

const lines = (change: (line: string) => string[]): Damage => ({
  [headPart(day)]: (all) => all.flatMap((line) => (line.startsWith("— discipline") ? change(line) : [line])),
});
const other = (line: string) => {
  const bytes = Buffer.from(line.split(" ")[2] ?? "", "base64");
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return [`— discipline ${bytes.toString("base64")}`];
};
const damages: readonly [what: string, damage: () => Damage | Promise<Damage>, found: FindingCode][] = [
  ["a signature that does not hold", () => lines(other), "cosignature-wrong"],
  ["a signature that is gone", () => lines(() => []), "cosignature-missing"],
  [
    "one by a key of the same name that nobody entered",
    async () => {
      const line = (await lineOf(stranger)).trimEnd();
      return lines(() => [line]);
    },
    "cosignature-unknown",
  ],
  ["another key", () => ({ [partNames.cosigners]: () => [stranger.text] }), "cosigners-differ"],
];
test.each(damages)("%s is found", async (_, damage, found) => {
  const after = withNewManifest(damaged(texts, await damage()));
  const { findings } = await verifyParts(partsIn(after), { keys: [ours.key] });
  expect(findings.map(({ code }) => code)).toContain(found);
});

test("a key that was given and is not on record is named", async () => {
  const held = { keys: [ours.key], cosigners: [stranger.key] };
  const { findings } = await verifyParts(partsIn(texts), held);
  expect(findings).toEqual([{ code: "cosigner-other", about: stranger.text }]);
});
