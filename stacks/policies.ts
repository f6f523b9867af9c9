type Text = string | $util.Output<string>;
export type Statement = {
  Effect: "Allow";
  Action: readonly string[];
  Resource: Text | readonly Text[];
  Condition?: object;
};

/** A role that one service alone may take, with exactly these statements. */
export function serviceRole(
  name: string,
  of: { name: string; service: string; statements: readonly Statement[] },
) {
  const trust = { Effect: "Allow", Principal: { Service: of.service }, Action: "sts:AssumeRole" };
  const role = new aws.iam.Role(`${name}Role`, {
    name: of.name,
    assumeRolePolicy: $jsonStringify({ Version: "2012-10-17", Statement: [trust] }),
  });
  const policy = new aws.iam.RolePolicy(`${name}Policy`, {
    role: role.name,
    policy: $jsonStringify({ Version: "2012-10-17", Statement: of.statements }),
  });
  return { role, policy };
}

/** Refuses whoever does not come over TLS. */
export function denyWithoutTls(Action: string, Resource: Text | readonly Text[]) {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action,
    Resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/** Reading one secret, which lies under the customer key. */
export function readingSecret(secret: aws.secretsmanager.Secret, key: aws.kms.Key): Statement[] {
  return [
    { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: secret.arn },
    {
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: key.arn,
      Condition: { StringEquals: { "kms:EncryptionContext:SecretARN": secret.arn } },
    },
  ];
}

/** Writing one's own log, and nothing else in it. */
export function logging(group: aws.cloudwatch.LogGroup): Statement {
  const Action = ["logs:CreateLogStream", "logs:PutLogEvents"];
  return { Effect: "Allow", Action, Resource: $interpolate`${group.arn}:*` };
}
