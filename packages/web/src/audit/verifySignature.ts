import { createPublicKey, verify } from "node:crypto";
import type { VerifySignature } from "@dunmiao/domain/audit/signedNote";

/** Ed25519 as the platform has it. */
export const verifySignature: VerifySignature = (message, signature, publicKey) => {
  const x = Buffer.from(publicKey).toString("base64url");
  return verify(
    null,
    message,
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }),
    signature,
  );
};
