import type { Extra, Ground } from "./functions.ts";
import { nameOf, place } from "./place.ts";

/**
 * The key that signs the heads of days, and what the one function that may use it needs: to sign with it, to read its
 * public half, and to put heads under `anchors/` of the archive, where objects are locked.
 */
export function signing({ key }: Ground, archive: aws.s3.Bucket): Extra {
  const { partition, account } = place();
  const administers = {
    Sid: "AccountAdministers",
    Effect: "Allow",
    Principal: { AWS: $interpolate`arn:${partition}:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const signingKey = new aws.kms.Key("AuditKey", {
    description: `Signs the heads of days of ${nameOf("").slice(0, -1)}`,
    customerMasterKeySpec: "ECC_NIST_EDWARDS25519",
    keyUsage: "SIGN_VERIFY",
    deletionWindowInDays: 30,
    policy: $jsonStringify({ Version: "2012-10-17", Statement: [administers] }),
  });
  return {
    environment: {
      AUDIT_KEY: signingKey.arn,
      AUDIT_ORIGIN: $interpolate`${nameOf("audit")}-${account}`,
      ARCHIVE_BUCKET: archive.bucket,
    },
    services: [
      { Effect: "Allow", Action: ["kms:Sign", "kms:GetPublicKey"], Resource: signingKey.arn },
      {
        Effect: "Allow",
        Action: ["s3:PutObject"],
        Resource: $interpolate`arn:${partition}:s3:::${archive.bucket}/anchors/*`,
      },
      // The archive is encrypted under the customer key.
      { Effect: "Allow", Action: ["kms:GenerateDataKey"], Resource: key.arn },
    ],
  };
}

/** What the check of the table needs of the archive: its heads, and to decrypt them. It cannot sign, nor put anything there. */
export function readingAnchors({ key }: Ground, archive: aws.s3.Bucket): Extra {
  const { partition } = place();
  return {
    environment: { ARCHIVE_BUCKET: archive.bucket },
    services: [
      {
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: $interpolate`arn:${partition}:s3:::${archive.bucket}/anchors/*.txt`,
      },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: key.arn },
    ],
  };
}
