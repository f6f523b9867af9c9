import { nameOf, place } from "./place.ts";
import { denyWithoutTls } from "./policies.ts";
import type { Settings } from "./settings.ts";

const lockDays = 365;

/** A private bucket that keeps what is put there: anchors of the event chains and exports for auditors. */
export function archive(stage: Settings, key: aws.kms.Key) {
  const { account, region, partition } = place();
  const bucket = new aws.s3.Bucket(
    "Archive",
    { bucket: $interpolate`${nameOf("archive")}-${account}-${region}`, objectLockEnabled: true },
    { protect: stage.isProduction },
  );
  const of = { bucket: bucket.bucket };
  new aws.s3.BucketOwnershipControls("ArchiveOwnership", {
    ...of,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  const closed = new aws.s3.BucketPublicAccessBlock("ArchiveClosed", {
    ...of,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const versions = new aws.s3.BucketVersioning("ArchiveVersions", {
    ...of,
    versioningConfiguration: { status: "Enabled" },
  });
  new aws.s3.BucketObjectLockConfiguration(
    "ArchiveLock",
    { ...of, rule: { defaultRetention: { mode: "GOVERNANCE", days: stage.isProduction ? lockDays : 1 } } },
    { dependsOn: versions },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration("ArchiveEncryption", {
    ...of,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new aws.s3.BucketLifecycleConfiguration(
    "ArchiveLifecycle",
    { ...of, rules: lifecycle },
    { dependsOn: versions },
  );
  const resources = [
    $interpolate`arn:${partition}:s3:::${bucket.bucket}`,
    $interpolate`arn:${partition}:s3:::${bucket.bucket}/*`,
  ];
  const policy = $jsonStringify({ Version: "2012-10-17", Statement: [denyWithoutTls("s3:*", resources)] });
  new aws.s3.BucketPolicy("ArchivePolicy", { ...of, policy }, { dependsOn: closed });
  return bucket;
}

const lifecycle = [
  {
    id: "anchors-to-cheaper-storage",
    status: "Enabled",
    filter: { prefix: "anchors/" },
    transitions: [{ days: 90, storageClass: "STANDARD_IA" }],
  },
  {
    id: "exports-end",
    status: "Enabled",
    filter: { prefix: "exports/" },
    expiration: { days: 400 },
    noncurrentVersionExpiration: { noncurrentDays: 30 },
  },
  {
    id: "pieces-of-exports-end",
    status: "Enabled",
    filter: { prefix: "export-pieces/" },
    expiration: { days: 2 },
    noncurrentVersionExpiration: { noncurrentDays: 1 },
  },
  {
    id: "unfinished-uploads-end",
    status: "Enabled",
    filter: { prefix: "" },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  },
];
