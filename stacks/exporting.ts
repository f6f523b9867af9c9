import { existsSync } from "node:fs";
import type { Extra, Ground } from "./functions.ts";
import { place } from "./place.ts";
import type { Statement } from "./policies.ts";

const page = "packages/verifier/build";

/** What the functions that write audit exports need of the archive; no other function may write there but what signs heads. */
export function exporting(
  { key }: Ground,
  archive: aws.s3.Bucket,
): { pages: Extra; seal: Extra; site: Extra } {
  const { partition } = place();
  const of = (prefix: string) => $interpolate`arn:${partition}:s3:::${archive.bucket}/${prefix}`;
  const may = (Action: readonly string[], Resource: Statement["Resource"]): Statement => ({
    Effect: "Allow",
    Action,
    Resource,
  });
  const environment = { ARCHIVE_BUCKET: archive.bucket };
  const writes = may(["kms:GenerateDataKey"], key.arn);
  // S3 names the bucket to the key: what else lies under it stays closed.
  const ofArchive = {
    "kms:EncryptionContext:aws:s3:arn": $interpolate`arn:${partition}:s3:::${archive.bucket}`,
  };
  const reads = { ...may(["kms:Decrypt"], key.arn), Condition: { StringEquals: ofArchive } };
  return {
    pages: {
      environment,
      services: [may(["s3:PutObject", "s3:PutObjectRetention"], of("export-pieces/*")), writes],
    },
    seal: {
      environment: { ...environment, VERIFIER_DIR: "/var/task/verifier" },
      services: [
        may(["s3:GetObject"], [of("export-pieces/*"), of("anchors/key.txt")]),
        may(["s3:PutObject", "s3:AbortMultipartUpload"], of("exports/*")),
        writes,
        reads,
      ],
      memoryMb: 1_769,
      ...(existsSync(`${page}/verify.html`) && { copyFiles: [{ from: page, to: "verifier" }] }),
    },
    site: { environment, services: [may(["s3:GetObject"], of("exports/*")), reads] },
  };
}
