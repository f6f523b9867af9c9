import type { Extra, Ground } from "./functions.ts";
import { nameOf } from "./place.ts";
import { readingSecret } from "./policies.ts";

/**
 * What the site needs to let people sign in; nothing unless the stage has a provider or passphrases. The secret is made
 * here, its value is put by hand and stands in no stack, state or variable.
 */
export function signIn({ stage, key }: Ground): Extra {
  const { oidc, passphrases, machines } = stage;
  if (!oidc && !passphrases) return {};
  const secret = new aws.secretsmanager.Secret("SignIn", {
    name: nameOf("sign-in"),
    description: "Client secret at the organisation's provider, and the word of the first administrator",
    kmsKeyId: key.arn,
    // The provider gives another one: there is nothing to recover, and a later secret may take the name.
    recoveryWindowInDays: 0,
  });
  return {
    environment: {
      SIGN_IN_SECRET: secret.arn,
      ...(oidc && {
        OIDC_ISSUER: oidc.issuer,
        OIDC_CLIENT_ID: oidc.clientId,
        OIDC_SECOND_FACTOR_ACR: oidc.secondFactorAcr.join(","),
      }),
      ...(machines && {
        MACHINE_ISSUER: machines.issuer,
        MACHINE_AUDIENCE: machines.audience,
        MACHINE_JWKS_URI: machines.jwksUri,
      }),
      ...(passphrases && { PASSPHRASES: "on" }),
    },
    services: readingSecret(secret, key),
  };
}
