import type { Synth } from "../synth/synthesize.ts";
import { all, must, type Rules, roleOf, same } from "./look.ts";

const type = "secretsmanager/secret:Secret";

function robotSecrets(synth: Synth) {
  return all(synth, type).filter(({ name }) => name === "WecomRobot");
}

/** The secret of the WeCom group robot, where the stage has one. */
export function robotSecretIn(synth: Synth): string | undefined {
  const [secret] = robotSecrets(synth);
  const read = all(synth, "lambda/function:Function").flatMap(
    ({ inputs }) => inputs.environment.variables.WECOM_WEBHOOK_SECRET ?? [],
  );
  return secret && (read[0] ?? `no function reads ${secret.name}`);
}

export const robotRules: Rules = {
  "the robot's address is read by the two functions that tell, and by reference": (synth) => {
    const secret = robotSecretIn(synth);
    const readers = all(synth, "lambda/function:Function").filter(
      ({ inputs }) => inputs.environment.variables.WECOM_WEBHOOK_SECRET !== undefined,
    );
    const { partition, region, account } = synth.place;
    const isArn = secret?.startsWith(`arn:${partition}:secretsmanager:${region}:${account}:secret:`);
    const decrypting = ["takeStep", "signDay"].flatMap((name) =>
      roleOf(synth, name).statements.filter(({ Action }) => Action.includes("kms:Decrypt")),
    );
    const condition = { StringEquals: { "kms:EncryptionContext:SecretARN": secret } };
    return [
      ...same("secrets", robotSecrets(synth).length, secret ? 1 : 0),
      ...must(secret === undefined || Boolean(isArn), `the robot's address is ${secret}`),
      ...same(
        "functions that read it",
        readers.map(({ name }) => name).toSorted(),
        secret ? ["SignDayFunction", "TakeStepFunction"] : [],
      ),
      ...same(
        "what it may decrypt",
        decrypting.map(({ Condition }) => Condition),
        secret ? [condition, condition] : [],
      ),
    ];
  },
  "no value of a secret is deployed": (synth) => [
    ...all(synth, "secretsmanager/secretVersion:SecretVersion").map(({ name }) => `${name} holds a value`),
    ...must(!/[?&]key=/.test(JSON.stringify(synth.resources)), "an address with a key is deployed"),
  ],
};
