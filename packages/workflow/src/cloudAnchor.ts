import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { noteKeyText } from "@dunmiao/domain/audit/signedNote";
import * as z from "zod";
import type { Anchor } from "./anchor.ts";

const settingsSchema = z.object({
  AUDIT_KEY: z.string().startsWith("arn:"),
  AUDIT_ORIGIN: z.string().min(1),
  ARCHIVE_BUCKET: z.string().min(1),
});
/** An Ed25519 key in SubjectPublicKeyInfo is these twelve bytes and the key. */
const spkiPrefix = "302a300506032b6570032100";

/**
 * Signs with a key that never leaves KMS, and keeps heads in a bucket whose objects are locked, with the public key beside
 * them as the text that checks and exports ask for.
 * @throws ZodError when the environment does not name key, origin and bucket
 */
export function cloudAnchor(environment: NodeJS.ProcessEnv): Anchor {
  const {
    AUDIT_KEY: KeyId,
    AUDIT_ORIGIN: origin,
    ARCHIVE_BUCKET: Bucket,
  } = settingsSchema.parse(environment);
  const keys = new KMSClient({ maxAttempts: 5 });
  const objects = new S3Client({ maxAttempts: 5 });
  const publicKey = async () => {
    const { PublicKey } = await keys.send(new GetPublicKeyCommand({ KeyId }));
    const spki = Buffer.from(PublicKey ?? []);
    if (spki.length !== 44 || spki.toString("hex", 0, 12) !== spkiPrefix)
      throw new Error("the signing key is no Ed25519 key");
    return Uint8Array.from(spki.subarray(12));
  };
  const put = async (name: string, Body: string) => {
    const ContentType = "text/plain; charset=utf-8";
    await objects.send(new PutObjectCommand({ Bucket, Key: `anchors/${name}.txt`, Body, ContentType }));
  };
  return {
    origin,
    publicKey,
    sign: async (Message) => {
      const request = { KeyId, Message, MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512" } as const;
      const { Signature } = await keys.send(new SignCommand(request));
      if (!Signature) throw new Error("no signature");
      return Signature;
    },
    keep: async (day, note) => {
      await put(day, note);
      await put("key", `${noteKeyText({ name: origin, publicKey: await publicKey() })}\n`);
    },
  };
}
