import { withRobot } from "../synth/synthesize.ts";
import { type Mutation, mutation } from "./mutation.ts";

const robotRule = "the robot's address is read by the two functions that tell, and by reference";
const address = '"https://robot.example/send?key=hush"';
const reference = "environment: { WECOM_WEBHOOK_SECRET: secret.arn },";

const mistakes = [
  mutation(
    "the robot's address in plain sight",
    "robot",
    [reference, `environment: { WECOM_WEBHOOK_URL: ${address} },`],
    "the environment holds names and no secret",
  ),
  mutation(
    "the robot's address instead of the name of its secret",
    "robot",
    [reference, `environment: { WECOM_WEBHOOK_SECRET: ${address} },`],
    robotRule,
  ),
  mutation(
    "the robot's address in a stack",
    "robot",
    [
      "  return {\n",
      `  new aws.secretsmanager.SecretVersion("Address", { secretId: secret.id, secretString: ${address} });\n  return {\n`,
    ],
    "no value of a secret is deployed",
  ),
  mutation(
    "the closing of a day cannot read the robot's address",
    "workflow",
    ["both(signing(ground, archive), telling)", "signing(ground, archive)"],
    robotRule,
  ),
  mutation(
    "another function reads the robot's address",
    "workflow",
    ['decide: task("decide", ground),', 'decide: task("decide", ground, telling),'],
    "a function may do what its grant says and what services need, nothing else",
  ),
  mutation(
    "every secret of the account is open",
    "policies",
    [
      '["secretsmanager:GetSecretValue"], Resource: secret.arn',
      '["secretsmanager:GetSecretValue"], Resource: "*"',
    ],
    "a resource is exact, but for the named exceptions",
  ),
  mutation(
    "everything under the key can be decrypted",
    "policies",
    ['Condition: { StringEquals: { "kms:EncryptionContext:SecretARN": secret.arn } },', ""],
    robotRule,
  ),
  mutation(
    "the robot's address is under AWS's own key",
    "robot",
    ["kmsKeyId: key.arn,", ""],
    "one customer key encrypts everything at rest",
  ),
];

/** Mistakes in a stage that tells a WeCom group. */
export const robotMutations: readonly Mutation[] = mistakes.map((mistake) => ({
  ...mistake,
  changes: [withRobot, ...mistake.changes],
}));
