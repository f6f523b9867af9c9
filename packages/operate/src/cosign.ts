import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { noteKeyText, parseNote, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";

const usage =
  "npm run cosign -- <signed text of a day> --key <file of the private key> --name <name of the key>";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: "string" }, name: { type: "string" } },
});
const [file] = positionals;
const { key: keyFile, name } = values;
if (!file || !keyFile || !name) throw new Error(usage);
if (!/^[^\s+]+$/.test(name)) throw new Error("The name of a key has no blanks and no plus");

/** Signs with what the file holds; where there is none, a key is made that its owner alone can read. */
function readOrMake(path: string): KeyObject {
  if (existsSync(path)) return createPrivateKey(readFileSync(path));
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(path, String(privateKey.export({ format: "pem", type: "pkcs8" })), {
    mode: 0o600,
    flag: "wx",
  });
  return privateKey;
}

const note = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
const parsed = parseNote(note);
const head = parsed && parseHead(parsed.text);
if (!parsed || !head) throw new Error(`${file} is no signed text of a day`);
const privateKey = readOrMake(keyFile);
if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(`${keyFile} holds no Ed25519 key`);
const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
const key = { name, publicKey: Uint8Array.from(Buffer.from(x, "base64url")) };
const line = signatureLine(key, sign(null, Buffer.from(parsed.text), privateKey));

// What is given back stands alone on standard output; what a person has to see stands beside it.
process.stdout.write(note + line);
process.stderr.write(`公钥 public key: ${noteKeyText(key)}\n`);
process.stderr.write(`截至 signed until ${head.day}: ${head.size} ${head.root}\n`);
