import { spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noteText, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { headText } from "@dunmiao/domain/audit/treeHead";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import { expect, test } from "vitest";
import * as z from "zod";
import { testApp } from "./app.ts";

const command = join(import.meta.dirname, "../../operate/src/cosign.ts");

/** The command of the second holder, on a machine that has the text and their key. */
function cosign(note: string, dir: string) {
  const file = join(dir, "head.txt");
  writeFileSync(file, note);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [command, file, "--key", join(dir, "own.pem"), "--name", "discipline"],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return { signed: stdout, key: /public key: (\S+)/.exec(stderr)?.[1] ?? "" };
}

test("a second holder signs the head of a day with a key of its own; pages say until which day", async () => {
  const { store, as, hr } = await testApp();
  const auditor = await as({ id: "auditor-1", role: "auditor" });
  const security = await as({ id: "security-1", role: "security" });
  await hr.post("/units", { code: "JG-01", name: "机关一", kind: "office" }, { key: "unit-1" });
  await closePage(store, "2026-03-04");
  const waiting = await headToSign(store, "dunmiao.test");
  if (!waiting) throw new Error("no head");
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const text = headText(waiting.head);
  const own = { name: "dunmiao.test", publicKey: Uint8Array.from(Buffer.from(x, "base64url")) };
  await keepHead(
    store,
    waiting.state,
    noteText(text, [signatureLine(own, sign(null, Buffer.from(text), privateKey))]),
    "2026-03-04",
  );
  for (const page of ["/audit/heads", "/audit/cosigners"])
    expect(await (await auditor.page(page)).text()).toContain("除本系统外，还没有任何一方签过日终");

  const dir = mkdtempSync(join(tmpdir(), "cosign-"));
  const taken = await (await auditor.get("/audit/heads/2026-03-02")).text();
  const { signed, key } = cosign(taken, dir);
  expect(statSync(join(dir, "own.pem")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dir, "own.pem"), "utf8")).toContain("PRIVATE KEY");
  expect(cosign(taken, dir)).toEqual({ signed, key });

  expect((await auditor.post("/audit/cosigners", { organ: "纪委", key }, { key: "a" })).status).toBe(403);
  expect((await auditor.post("/audit/cosigners/heads", { note: signed }, { key: "b" })).status).toBe(422);
  const added = await security.post("/audit/cosigners", { organ: "纪委", key }, { key: "c" });
  expect(added.status).toBe(201);
  expect((await security.post("/audit/cosigners", { organ: "纪委", key }, { key: "d" })).status).toBe(409);
  expect((await security.post("/audit/cosigners/heads", { note: signed }, { key: "e" })).status).toBe(403);
  expect((await auditor.post("/audit/cosigners/heads", { note: taken }, { key: "f" })).status).toBe(422);
  expect((await auditor.post("/audit/cosigners/heads", { note: signed }, { key: "g" })).status).toBe(200);
  expect((await auditor.post("/audit/cosigners/heads", { note: signed }, { key: "h" })).status).toBe(409);

  expect(await (await auditor.get("/audit/heads/2026-03-02")).text()).toBe(signed);
  for (const page of ["/audit/heads", "/audit/cosigners"])
    expect(await (await auditor.page(page)).text()).toContain("另一方已签到 2026-03-02");
  expect(await (await security.page("/audit/cosigners", { language: "en" })).text()).toContain(key);

  const { id } = z.object({ id: z.string() }).parse(await added.json());
  expect((await security.post(`/audit/cosigners/${id}/end`, {}, { key: "i" })).status).toBe(200);
  expect((await auditor.post("/audit/cosigners/heads", { note: signed }, { key: "j" })).status).toBe(409);
  expect(await (await auditor.get("/audit/heads/2026-03-02")).text()).toBe(signed);
});
