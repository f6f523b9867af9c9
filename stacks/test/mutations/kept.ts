import { type Mutation, mutation } from "./mutation.ts";

const tlsRule = "buckets, queues and topics refuse whoever comes without TLS";

/** Mistakes in what is kept: table, key, archive. */
export const keptMutations: readonly Mutation[] = [
  mutation(
    "an index is dropped",
    "records",
    ["Object.entries(tableIndexes).map(", "Object.entries(tableIndexes).slice(1).map("],
    "the table has the indexes of the store, with their projections",
  ),
  mutation(
    "an index projects everything",
    "records",
    ['projectionType: "INCLUDE"', 'projectionType: "ALL"'],
    "the table has the indexes of the store, with their projections",
  ),
  mutation(
    "the sort key is lost",
    "records",
    ["rangeKey: table.rangeKey,", ""],
    "the table has the keys of the store",
  ),
  mutation(
    "the stream is off",
    "records",
    ["streamEnabled: true", "streamEnabled: false"],
    "the table streams new images and expires rows",
  ),
  mutation(
    "rows never expire",
    "records",
    ["attributeName: table.expiryAttribute", 'attributeName: "ttl"'],
    "the table streams new images and expires rows",
  ),
  mutation(
    "no point-in-time recovery",
    "records",
    ["pointInTimeRecovery: { enabled: true", "pointInTimeRecovery: { enabled: false"],
    "the table can be restored to any second of 35 days",
  ),
  mutation(
    "no deletion protection",
    "records",
    ["deletionProtectionEnabled: stage.isProduction", "deletionProtectionEnabled: false"],
    "what is kept in production cannot be deleted by a deployment",
  ),
  mutation(
    "the table is not protected",
    "records",
    ["{ protect: stage.isProduction }", "{ protect: false }"],
    "what is kept in production cannot be deleted by a deployment",
  ),
  mutation(
    "the table is under AWS's own key",
    "records",
    ["serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },", ""],
    "one customer key encrypts everything at rest",
  ),
  mutation(
    "the key does not turn",
    "encryption",
    ["enableKeyRotation: true", "enableKeyRotation: false"],
    "the key turns every year and is only for the account, its table, logs and topics",
  ),
  mutation(
    "any account uses the key",
    "encryption",
    ['"kms:CallerAccount": account,', ""],
    "the key turns every year and is only for the account, its table, logs and topics",
  ),
  mutation(
    "the archive is public",
    "archive",
    ["blockPublicPolicy: true", "blockPublicPolicy: false"],
    "the archive is closed to the public",
  ),
  mutation(
    "no object lock",
    "archive",
    ["objectLockEnabled: true", "objectLockEnabled: false"],
    "what is archived stays",
  ),
  mutation(
    "no versions in the archive",
    "archive",
    ['status: "Enabled" },\n  });', 'status: "Suspended" },\n  });'],
    "what is archived stays",
  ),
  mutation(
    "anchors are deleted after a while",
    "archive",
    ['transitions: [{ days: 90, storageClass: "STANDARD_IA" }]', "expiration: { days: 90 }"],
    "old exports end, anchors do not",
  ),
  mutation(
    "plain http to the archive",
    "archive",
    ['Statement: [denyWithoutTls("s3:*", resources)]', "Statement: []"],
    tlsRule,
  ),
];
