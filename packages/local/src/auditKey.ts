import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noteKeyText } from "@dunmiao/domain/audit/signedNote";
import type { Anchor } from "@dunmiao/workflow/anchor";
import { damaged } from "./damage.ts";

/**
 * Signs with a key in a file of the data directory that its owner alone can read (made at the first start), and keeps
 * heads in its `anchors`, with the public key beside them: copy them to where this machine's administrator cannot write.
 * `report` hears of a second head of one day, which stands beside the first.
 * @throws DamagedDataError when the file holds no key
 */
export function localAnchor(dataDir: string, origin: string, report: (line: string) => void): Anchor {
  const key = readKey(join(dataDir, "audit-key.pem"));
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  const publicKey = Uint8Array.from(Buffer.from(x, "base64url"));
  const dir = join(dataDir, "anchors");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeWhole(join(dir, "key.txt"), `${noteKeyText({ name: origin, publicKey })}\n`);
  return {
    origin,
    publicKey: () => Promise.resolve(publicKey),
    sign: (message) => Promise.resolve(sign(null, message, key)),
    keep: async (day, note) => {
      const file = placeFor(dir, day, note);
      if (existsSync(join(dir, file))) return;
      writeWhole(join(dir, file), note);
      if (file !== `${day}.txt`)
        report(
          `another-head ${day}: a head of this day was signed before, as before a restore; it stays in anchors, the new one is ${file} beside it: tell the auditors why`,
        );
    },
  };
}

/** Where the same note of that day lies already, or the first place that holds none: `2026-03-02.txt`, then `2026-03-02.2.txt`. */
function placeFor(dir: string, day: string, note: string): string {
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? `${day}.txt` : `${day}.${place}.txt`;
    if (!existsSync(join(dir, name)) || readFileSync(join(dir, name), "utf8") === note) return name;
  }
}

function readKey(file: string): KeyObject {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeWhole(file, String(privateKey.export({ format: "pem", type: "pkcs8" })));
  }
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    throw damaged(
      file,
      "is no key",
      "It signs the heads of the days: put it back from where you keep a copy.",
    );
  }
}

/** In one step, so that a kill leaves the old file or the new one. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
