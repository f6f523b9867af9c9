import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { keyRingText } from "@dunmiao/domain/audit/keyRing";
import * as z from "zod";
import type { Anchor, Anchors } from "./anchor.ts";

const settingsSchema = z.object({
  AUDIT_KEY: z.string().startsWith("arn:"),
  AUDIT_ORIGIN: z.string().min(1),
  ARCHIVE_BUCKET: z.string().min(1),
});
/** Written again with each head: the lock keeps every version of it. */
const newestKey = "anchors/newest.txt";
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
  const key = async () => {
    const { PublicKey } = await keys.send(new GetPublicKeyCommand({ KeyId }));
    const spki = Buffer.from(PublicKey ?? []);
    if (spki.length !== 44 || spki.toString("hex", 0, 12) !== spkiPrefix)
      throw new Error("the signing key is no Ed25519 key");
    return { name: origin, publicKey: Uint8Array.from(spki.subarray(12)) };
  };
  const keyText = async () => keyRingText([await key()]);
  const sign = async (Message: Uint8Array) => {
    const request = { KeyId, Message, MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512" } as const;
    const { Signature } = await keys.send(new SignCommand(request));
    if (!Signature) throw new Error("no signature");
    return Signature;
  };
  const put = async (name: string, Body: string) => {
    const ContentType = "text/plain; charset=utf-8";
    await objects.send(new PutObjectCommand({ Bucket, Key: `anchors/${name}.txt`, Body, ContentType }));
  };
  return {
    origin,
    signers: async () => [{ key: await key(), sign }],
    keyText,
    ...cloudAnchors(environment),
    keep: async (day, note) => {
      await put(day, note);
      await put("newest", note);
      await put("key", await keyText());
    },
  };
}

/** S3 answers so for what is not there: the second to whom it lets read and not list. */
const notThere: readonly string[] = ["NoSuchKey", "AccessDenied"];

/**
 * Reads heads from the same bucket, of each the last version.
 * @throws ZodError when the environment does not name it
 */
export function cloudAnchors(environment: NodeJS.ProcessEnv): Anchors {
  const { ARCHIVE_BUCKET: Bucket } = settingsSchema.pick({ ARCHIVE_BUCKET: true }).parse(environment);
  const objects = new S3Client({ maxAttempts: 2 });
  const read = async (Key: string) => {
    try {
      const { Body } = await objects.send(new GetObjectCommand({ Bucket, Key }));
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof S3ServiceException && notThere.includes(error.name)) return undefined;
      throw error;
    }
  };
  return {
    newest: () => read(newestKey),
    of: async (day) => {
      const note = await read(`anchors/${day}.txt`);
      return note === undefined ? [] : [note];
    },
  };
}
