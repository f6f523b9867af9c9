import { keyAttributes, projectedAttributes, table, tableIndexes } from "@dunmiao/store/engine/table";
import { nameOf } from "./place.ts";
import type { Settings } from "./settings.ts";

/** The one table: the same plain data that creates it on one machine. */
export function records(stage: Settings, key: aws.kms.Key) {
  return new aws.dynamodb.Table(
    "Records",
    {
      name: nameOf("records"),
      billingMode: table.billing,
      attributes: keyAttributes.map((name) => ({ name, type: "S" })),
      hashKey: table.hashKey,
      rangeKey: table.rangeKey,
      globalSecondaryIndexes: Object.entries(tableIndexes).map(([name, { hash, range }]) => ({
        name,
        hashKey: hash,
        rangeKey: range,
        projectionType: "INCLUDE",
        nonKeyAttributes: [...projectedAttributes],
      })),
      streamEnabled: true,
      streamViewType: table.streamView,
      ttl: { attributeName: table.expiryAttribute, enabled: true },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      deletionProtectionEnabled: stage.isProduction,
    },
    { protect: stage.isProduction },
  );
}
