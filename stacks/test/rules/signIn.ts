import type { Synth } from "../synth/synthesize.ts";
import { all, must, one, type Rules, roleOf, same } from "./look.ts";

/** The secret of the sign-in, as a function of the stage reads it. */
export function signInSecretIn(synth: Synth): string | undefined {
  const [read] = all(synth, "lambda/function:Function").flatMap(
    ({ inputs }) => inputs.environment.variables.SIGN_IN_SECRET ?? [],
  );
  return read;
}

export const signInRules: Rules = {
  "the secret of the sign-in is read by the site alone, and by reference": (synth) => {
    const secret = signInSecretIn(synth);
    const { partition, region, account } = synth.place;
    const archive = one(synth, "s3/bucket:Bucket").inputs.bucket;
    const readers = all(synth, "lambda/function:Function").filter(
      ({ inputs }) => inputs.environment.variables.SIGN_IN_SECRET !== undefined,
    );
    const decrypting = roleOf(synth, "site").statements.filter(({ Action }) =>
      Action.includes("kms:Decrypt"),
    );
    return [
      ...must(
        secret === undefined ||
          secret.startsWith(`arn:${partition}:secretsmanager:${region}:${account}:secret:`),
        `the secret of the sign-in is ${secret}`,
      ),
      ...same(
        "functions that read it",
        readers.map(({ name }) => name),
        secret ? ["SiteFunction"] : [],
      ),
      ...same(
        "what it may decrypt",
        decrypting.map(({ Condition }) => Condition),
        [
          ...(secret ? [{ StringEquals: { "kms:EncryptionContext:SecretARN": secret } }] : []),
          { StringEquals: { "kms:EncryptionContext:aws:s3:arn": `arn:${partition}:s3:::${archive}` } },
        ],
      ),
    ];
  },
  "a provider is named with its client, over TLS": (synth) =>
    all(synth, "lambda/function:Function").flatMap(({ name, inputs }) => {
      const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client } = inputs.environment.variables;
      return must(
        issuer === undefined || (issuer.startsWith("https://") && Boolean(client)),
        `${name} signs in at ${issuer} as ${client}`,
      );
    }),
};
