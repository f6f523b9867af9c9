import { keyAttributes, projectedAttributes, table, tableIndexes } from "@dunmiao/store/engine/table";
import { all, must, one, type Rules, same, statementsOf } from "./look.ts";

const type = "dynamodb/table:Table";

export const recordRules: Rules = {
  "the table has the keys of the store": (synth) => {
    const { inputs } = one(synth, type);
    return [
      ...same("hash key", inputs.hashKey, table.hashKey),
      ...same("range key", inputs.rangeKey, table.rangeKey),
      ...same(
        "attributes",
        inputs.attributes.map((each: { name: string }) => each.name),
        keyAttributes,
      ),
      ...same("billing", inputs.billingMode, "PAY_PER_REQUEST"),
    ];
  },
  "the table has the indexes of the store, with their projections": (synth) =>
    same(
      "indexes",
      one(synth, type).inputs.globalSecondaryIndexes,
      Object.entries(tableIndexes).map(([name, { hash, range }]) => ({
        hashKey: hash,
        name,
        nonKeyAttributes: projectedAttributes,
        projectionType: "INCLUDE",
        rangeKey: range,
      })),
    ),
  "the table streams new images and expires rows": (synth) => {
    const { inputs } = one(synth, type);
    return [
      ...same("stream", [inputs.streamEnabled, inputs.streamViewType], [true, "NEW_IMAGE"]),
      ...same("expiry", inputs.ttl, { attributeName: "expiresAt", enabled: true }),
    ];
  },
  "the table can be restored to any second of 35 days": (synth) =>
    same("recovery", one(synth, type).inputs.pointInTimeRecovery, {
      enabled: true,
      recoveryPeriodInDays: 35,
    }),
  "what is kept in production cannot be deleted by a deployment": (synth) => {
    const isProduction = synth.app.stage === "production";
    const { inputs, protect, retain } = one(synth, type);
    const bucket = one(synth, "s3/bucket:Bucket");
    return [
      ...same("deletion protection", inputs.deletionProtectionEnabled, isProduction),
      ...same(
        "protect",
        [protect, bucket.protect, synth.app.protect],
        [isProduction, isProduction, isProduction],
      ),
      ...same("retained", [retain, bucket.retain], [isProduction, isProduction]),
      ...same("removal", synth.app.removal, isProduction ? "retain" : "remove"),
    ];
  },
  "one customer key encrypts everything at rest": (synth) => {
    const key = "11111111-2222-3333-4444-555555555555";
    const of = (inputs: object) => JSON.stringify(inputs).includes(key);
    const kept = ["sns/topic:Topic", "sqs/queue:Queue", "cloudwatch/logGroup:LogGroup"].concat(
      "secretsmanager/secret:Secret",
      type,
    );
    const rules = one(
      synth,
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    return [
      ...kept.flatMap((each) =>
        all(synth, each).flatMap(({ name, inputs }) =>
          must(of(inputs), `${name} is not under the customer key`),
        ),
      ),
      ...same("encryption of the table", one(synth, type).inputs.serverSideEncryption?.enabled, true),
      ...same("bucket", rules.inputs.rules[0].applyServerSideEncryptionByDefault.sseAlgorithm, "aws:kms"),
      ...must(of(rules.inputs), "the archive is not under the customer key"),
    ];
  },
  "the key turns every year and is only for the account, its table, logs and topics": (synth) => {
    const { inputs } = one(synth, "kms/key:Key", "Key");
    const { partition, account } = synth.place;
    return [
      ...same("rotation", inputs.enableKeyRotation, true),
      ...must(inputs.deletionWindowInDays >= 30, "the key goes within a month"),
      ...statementsOf(inputs.policy).flatMap(({ Principal, Condition, Sid }) => {
        if (Principal.Service) return [];
        if (Principal.AWS === `arn:${partition}:iam::${account}:root`) return [];
        const isBound =
          Condition?.StringEquals?.["kms:CallerAccount"] === account &&
          Condition.StringEquals["kms:ViaService"];
        return must(Principal.AWS === "*" && isBound, `${Sid} lets others use the key`);
      }),
    ];
  },
};
