import { generateKeyPairSync } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import { afterAll, expect, test } from "vitest";
import { localAnchor } from "../src/auditKey.ts";
import { scratchDir } from "./running.ts";

const { dir, remove } = scratchDir();
afterAll(remove);

test("a second head of one day stands beside the first and is told of; the same again changes nothing", async () => {
  const told: string[] = [];
  const anchor = localAnchor(dir, "dunmiao.test", (line) => told.push(line));
  const anchors = join(dir, "anchors");
  const kept = () =>
    Object.fromEntries(
      readdirSync(anchors)
        .filter((name) => name !== "key.txt")
        .map((name) => [name, readFileSync(join(anchors, name), "utf8")]),
    );
  for (const note of ["one\n", "one\n"]) await anchor.keep("2026-03-02", note);
  await anchor.keep("2026-03-03", "next\n");
  expect([kept(), told]).toEqual([{ "2026-03-02.txt": "one\n", "2026-03-03.txt": "next\n" }, []]);
  for (const note of ["two\n", "two\n", "one\n", "three\n"]) await anchor.keep("2026-03-02", note);
  expect(kept()).toEqual({
    "2026-03-02.txt": "one\n",
    "2026-03-02.2.txt": "two\n",
    "2026-03-02.3.txt": "three\n",
    "2026-03-03.txt": "next\n",
  });
  expect((await anchor.of("2026-03-02")).toSorted()).toEqual(["one\n", "three\n", "two\n"]);
  expect(told).toEqual([
    expect.stringMatching(/^another-head 2026-03-02: .*2026-03-02\.2\.txt/),
    expect.stringMatching(/^another-head 2026-03-02: .*2026-03-02\.3\.txt/),
  ]);
});

test("the key is the same at every start, and a file that is none is not written over", async () => {
  const anchor = localAnchor(dir, "dunmiao.test", () => {});
  const key = parseNoteKey(readFileSync(join(dir, "anchors/key.txt"), "utf8"));
  expect((await anchor.signers("2026-03-02")).map((signer) => signer.key)).toEqual([key]);
  const file = join(dir, "audit-key.pem");
  writeFileSync(file, "no key");
  expect(() => localAnchor(dir, "dunmiao.test", () => {})).toThrow("is no key");
  expect(readFileSync(file, "utf8")).toBe("no key");
});

test("a key that is lost, or another one, starts nothing until its public half is moved away by hand; then it is told", async () => {
  const { dir: other, remove: removeOther } = scratchDir();
  const told: string[] = [];
  const open = () => localAnchor(other, "dunmiao.test", (line) => told.push(line));
  const [file, known] = [join(other, "audit-key.pem"), join(other, "anchors/key.txt")];
  const before = await open().keyText();
  const said = readFileSync(known, "utf8");
  renameSync(file, join(other, "lost.pem"));
  expect(open).toThrow(/audit-key\.pem is not there any more.*key\.before\.txt/s);
  expect([existsSync(file), readFileSync(known, "utf8")]).toEqual([false, said]);

  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, String(privateKey.export({ format: "pem", type: "pkcs8" })));
  expect(open).toThrow("is not the key whose public half");
  expect(readFileSync(known, "utf8")).toBe(said);
  rmSync(file);
  expect(told).toEqual([]);

  renameSync(known, join(other, "anchors/key.before.txt"));
  expect(await open().keyText()).not.toBe(before);
  expect(told).toEqual([expect.stringMatching(/^another-key: /)]);
  open();
  expect(told).toHaveLength(1);
  removeOther();
});
