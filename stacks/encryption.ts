import { nameOf, place } from "./place.ts";

const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey"];
const useByService = [...use, "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"];

/** The customer key under which everything at rest is encrypted. */
export function encryption() {
  const { partition, dnsSuffix, region, account } = place();
  const Statement = [
    {
      Sid: "AccountAdministers",
      Effect: "Allow",
      Principal: { AWS: $interpolate`arn:${partition}:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      // As in the policy of AWS's own key for DynamoDB: who may use the table may use its key, through the table only.
      Sid: "ThroughTheTable",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: [...useByService, "kms:CreateGrant"],
      Resource: "*",
      Condition: {
        StringEquals: {
          "kms:CallerAccount": account,
          "kms:ViaService": [
            $interpolate`dynamodb.${region}.amazonaws.com`,
            $interpolate`dynamodb.${region}.${dnsSuffix}`,
          ],
        },
      },
    },
    {
      Sid: "Logs",
      Effect: "Allow",
      Principal: { Service: $interpolate`logs.${region}.${dnsSuffix}` },
      Action: useByService,
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": $interpolate`arn:${partition}:logs:${region}:${account}:log-group:*${nameOf("")}*`,
        },
      },
    },
    {
      Sid: "AlarmsAndFailedRecords",
      Effect: "Allow",
      Principal: { Service: ["cloudwatch.amazonaws.com", "sns.amazonaws.com"] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
    },
  ];
  const key = new aws.kms.Key("Key", {
    description: `Everything at rest of ${nameOf("").slice(0, -1)}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: $jsonStringify({ Version: "2012-10-17", Statement }),
  });
  new aws.kms.Alias("KeyAlias", { name: `alias/${nameOf("records")}`, targetKeyId: key.keyId });
  return key;
}
