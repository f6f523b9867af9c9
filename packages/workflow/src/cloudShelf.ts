import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { archivedExport } from "@dunmiao/domain/auditExport";
import * as z from "zod";
import { type ExportShelf, verifierPageIn } from "./auditExport/shelf.ts";

const settingsSchema = z.object({ ARCHIVE_BUCKET: z.string().min(1), VERIFIER_DIR: z.string().default("") });
/** Above the 5 MiB that S3 asks for; 10,000 parts of it are 160 GiB. */
const partBytes = 16 * 1024 * 1024;
const dayMs = 86_400_000;
const checksum = { ChecksumAlgorithm: "CRC32" } as const;

/**
 * Audit exports in the archive: pieces under `export-pieces/`, which are locked for a day only and end by themselves; the
 * file under `exports/`, sent in parts, so that there is none until it is whole.
 * @throws ZodError when the environment does not name the bucket
 */
export function cloudShelf(environment: NodeJS.ProcessEnv): ExportShelf {
  const { ARCHIVE_BUCKET: Bucket, VERIFIER_DIR } = settingsSchema.parse(environment);
  const objects = new S3Client({ maxAttempts: 5 });
  const bodyOf = async (Key: string) => {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket, Key }));
    if (!Body) throw new Error("an object without content");
    return Body;
  };
  const pieceOf = (id: string, name: string) => `export-pieces/${id}/${name}`;
  return {
    // Kept beside the heads by what signs them.
    keyText: async () => (await bodyOf("anchors/key.txt")).transformToString(),
    verifierPage: () => verifierPageIn(VERIFIER_DIR),
    keep: async (id, name, Body) => {
      const lock = {
        ObjectLockMode: "GOVERNANCE",
        ObjectLockRetainUntilDate: new Date(Date.now() + dayMs),
      } as const;
      await objects.send(
        new PutObjectCommand({ Bucket, Key: pieceOf(id, name), Body, ...lock, ...checksum }),
      );
    },
    read: async function* (id, name) {
      yield* Readable.fromWeb((await bodyOf(pieceOf(id, name))).transformToWebStream());
    },
    seal: (id, bytes) => inParts(objects, { Bucket, Key: archivedExport(id) }, bytes),
    clear: async () => {},
  };
}

type At = { Bucket: string; Key: string };

async function inParts(objects: S3Client, at: At, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const begin = new CreateMultipartUploadCommand({ ...at, ContentType: "application/zip", ...checksum });
  const { UploadId } = await objects.send(begin);
  try {
    const Parts = [];
    for await (const Body of piecesOf(bytes, partBytes)) {
      const PartNumber: number = Parts.length + 1;
      const part = new UploadPartCommand({ ...at, UploadId, PartNumber, Body, ...checksum });
      const { ETag, ChecksumCRC32 } = await objects.send(part);
      Parts.push({ PartNumber, ETag, ChecksumCRC32 });
    }
    await objects.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    await objects.send(new AbortMultipartUploadCommand({ ...at, UploadId }));
    throw error;
  }
}

/** The same bytes in buffers of one size, the last one shorter. */
async function* piecesOf(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.length;
    while (length >= size) {
      const all = Buffer.concat(held);
      yield all.subarray(0, size);
      held = [all.subarray(size)];
      length -= size;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}
