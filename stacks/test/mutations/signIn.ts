import { withSignIn } from "../synth/synthesize.ts";
import { type Mutation, mutation } from "./mutation.ts";

const secretRule = "the secret of the sign-in is read by the site alone, and by reference";

const mistakes = [
  mutation(
    "the client secret in plain sight",
    "signIn",
    ["SIGN_IN_SECRET: secret.arn,", 'OIDC_CLIENT_SECRET: "hush",'],
    "the environment holds names and no secret",
  ),
  mutation(
    "the client secret instead of the name of its secret",
    "signIn",
    ["SIGN_IN_SECRET: secret.arn,", 'SIGN_IN_SECRET: "hush",'],
    secretRule,
  ),
  mutation(
    "the site may not read the secret of its sign-in",
    "web",
    ["...(ways.services ?? []), ", ""],
    "a function may do what its grant says and what services need, nothing else",
  ),
  mutation(
    "a provider to whom the site is not known",
    "signIn",
    ["OIDC_CLIENT_ID: oidc.clientId,", ""],
    "a provider is named with its client, over TLS",
  ),
];

/** Mistakes in a stage whose people sign in at a provider. */
export const signInMutations: readonly Mutation[] = mistakes.map((mistake) => ({
  ...mistake,
  changes: [withSignIn, ...mistake.changes],
}));
