import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { noteKeyText } from "@dunmiao/domain/audit/signedNote";
import { afterEach, expect, test, vi } from "vitest";
import { cloudAnchor } from "../src/cloudAnchor.ts";

const names = {
  AUDIT_KEY: "arn:aws:kms:local:000000000000:key/x",
  AUDIT_ORIGIN: "dunmiao-test-audit",
  ARCHIVE_BUCKET: "archive",
};
const publicKey = Buffer.alloc(32, 7);
const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
const server = createServer((request, response) => void answer(request, response));
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const target = request.headers["x-amz-target"];
  asked.push({ method: request.method, path: request.url?.split("?")[0], target, body });
  response.setHeader("content-type", "application/x-amz-json-1.1");
  const answers: Record<string, object> = {
    "TrentService.GetPublicKey": { PublicKey: answered.spki.toString("base64") },
    "TrentService.Sign": { Signature: Buffer.alloc(64, 9).toString("base64") },
  };
  response.end(target === undefined ? "" : JSON.stringify(answers[String(target)]));
}
let asked: object[] = [];
const answered = { spki };

afterEach(() => {
  server.closeAllConnections();
  vi.unstubAllEnvs();
});

async function anchored() {
  asked = [];
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const cloud = { AWS_REGION: "local", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };
  for (const [name, value] of Object.entries(cloud)) vi.stubEnv(name, value);
  for (const service of ["KMS", "S3"]) vi.stubEnv(`AWS_ENDPOINT_URL_${service}`, `http://127.0.0.1:${port}`);
  return cloudAnchor(names);
}

test("signs in KMS with the named key, over the bytes themselves, and keeps heads and its public half under anchors", async () => {
  const anchor = await anchored();
  expect(anchor.origin).toBe(names.AUDIT_ORIGIN);
  const [signer, ...others] = await anchor.signers("2026-03-02");
  expect([signer?.key, others]).toEqual([
    { name: names.AUDIT_ORIGIN, publicKey: new Uint8Array(publicKey) },
    [],
  ]);
  expect(await signer?.sign(Buffer.from("text\n"))).toHaveLength(64);
  await anchor.keep("2026-03-02", "note\n");
  answered.spki = Buffer.alloc(91);
  await expect(anchor.keyText()).rejects.toThrow("no Ed25519 key");
  server.close();
  const key = noteKeyText({ name: names.AUDIT_ORIGIN, publicKey });
  expect(asked.slice(0, 6)).toMatchObject([
    { target: "TrentService.GetPublicKey", body: JSON.stringify({ KeyId: names.AUDIT_KEY }) },
    { target: "TrentService.Sign", body: expect.stringContaining('"SigningAlgorithm":"ED25519_SHA_512"') },
    {
      method: "PUT",
      path: expect.stringContaining("anchors/2026-03-02.txt"),
      body: expect.stringContaining("note"),
    },
    {
      method: "PUT",
      path: expect.stringContaining("anchors/newest.txt"),
      body: expect.stringContaining("note"),
    },
    { target: "TrentService.GetPublicKey" },
    {
      method: "PUT",
      path: expect.stringContaining("anchors/key.txt"),
      body: expect.stringContaining(`${key}\n`),
    },
  ]);
});

test("does not begin without key, origin and bucket", () => {
  for (const name of Object.keys(names)) expect(() => cloudAnchor({ ...names, [name]: "" })).toThrow(name);
});
