import type { VerifySignature } from "@dunmiao/domain/audit/signedNote";
import { hashes, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

hashes.sha512 = sha512;

/** As RFC 8032 has it. A page from a file has no `crypto.subtle` with Ed25519 in browsers of five years ago. */
export const verifyEd25519: VerifySignature = (message, signature, publicKey) => {
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
