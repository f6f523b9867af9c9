import type { Extra, Ground } from "./functions.ts";
import { nameOf } from "./place.ts";
import { readingSecret } from "./policies.ts";

/**
 * What a function needs to tell a WeCom group; nothing unless the stage asks for it. The address of the robot holds its
 * key: the secret is made here, its value is put by hand and stands in no stack, state or variable.
 */
export function robot({ stage, key }: Ground): Extra {
  if (!stage.wecomRobot) return {};
  const secret = new aws.secretsmanager.Secret("WecomRobot", {
    name: nameOf("wecom-robot"),
    description: "Address of the WeCom group robot that gets reminders",
    kmsKeyId: key.arn,
    // WeCom gives the address again: there is nothing to recover, and a later secret may take the name.
    recoveryWindowInDays: 0,
  });
  return {
    environment: { WECOM_WEBHOOK_SECRET: secret.arn },
    services: readingSecret(secret, key),
  };
}
