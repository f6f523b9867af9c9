import { createPublicKey, verify } from "node:crypto";
import type { VerifySignature } from "../../src/audit/signedNote.ts";

export const verifyEd25519: VerifySignature = (message, signature, publicKey) => {
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, message, key, signature);
};
