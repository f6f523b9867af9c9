import { bytesOfHex, hexOf } from "@dunmiao/domain/audit/bytes";
import { sha256 } from "@noble/hashes/sha2.js";
import { Sm3 } from "./sm3.ts";

const encoder = new TextEncoder();

/** What a page has for `createHash` of `node:crypto`: as much of it as the product calls. */
export function createHash(algorithm: "sha256" | "sm3") {
  const hash = algorithm === "sm3" ? new Sm3() : sha256.create();
  const made = {
    update: (data: string | Uint8Array, encoding?: "hex") => {
      hash.update(bytesOf(data, encoding));
      return made;
    },
    digest,
  };
  function digest(): Uint8Array;
  function digest(encoding: "hex"): string;
  function digest(encoding?: "hex"): Uint8Array | string {
    return encoding ? hexOf(hash.digest()) : hash.digest();
  }
  return made;
}

function bytesOf(data: string | Uint8Array, encoding: "hex" | undefined): Uint8Array {
  if (typeof data !== "string") return data;
  return encoding === "hex" ? bytesOfHex(data) : encoder.encode(data);
}
