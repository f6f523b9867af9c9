import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { OpenIdSettings } from "@dunmiao/web/signIn/openIdProvider";

type Environment = Record<string, string | undefined>;
type Wrong = { wrong: string };

export const providerHelp = `  OIDC_ISSUER  the organisation's sign-in (OpenID Connect), as its tokens name it; with it
    OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE (a file that its owner alone may read) are required
    OIDC_INNER_URL          where this server reaches it, if not under that name, such as https://10.0.0.5:8443
    OIDC_ALLOW_HTTP=1       allows http towards it
    OIDC_SECOND_FACTOR_ACR  values of acr, separated by commas, that mean a second factor
  PASSPHRASES=off  people sign in at the provider only`;

/** The provider that was asked for; undefined for none, or a sentence that says what is wrong. */
export function readProvider(environment: Environment): OpenIdSettings | undefined | Wrong {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file } = environment;
  if (!issuer) return undefined;
  if (!clientId || !file)
    return { wrong: "With OIDC_ISSUER both OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE must be set." };
  const allowsHttp = environment.OIDC_ALLOW_HTTP === "1";
  const innerUrl = environment.OIDC_INNER_URL || undefined;
  for (const [name, given] of Object.entries({ OIDC_ISSUER: issuer, OIDC_INNER_URL: innerUrl })) {
    const wrong = given === undefined ? undefined : wrongAddress(name, given, allowsHttp);
    if (wrong) return { wrong };
  }
  const wrong = wrongSecretFile(file);
  if (wrong) return { wrong };
  const secondFactorAcr = (environment.OIDC_SECOND_FACTOR_ACR ?? "")
    .split(",")
    .flatMap((each) => each.trim() || []);
  const clientSecret = async () => (await readFile(file, "utf8")).trim();
  return { issuer, clientId, clientSecret, innerUrl, allowsHttp, secondFactorAcr };
}

function wrongAddress(name: string, given: string, allowsHttp: boolean): string | undefined {
  const url = URL.parse(given);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && allowsHttp)) return undefined;
  return url?.protocol === "http:"
    ? `${name}=${given} is http: whoever listens on the network could sign in as anybody. OIDC_ALLOW_HTTP=1 allows it.`
    : `${name}=${given} is not an address that begins with https://.`;
}

/** A secret that others on the machine can read is none. */
function wrongSecretFile(file: string): string | undefined {
  try {
    const { mode, size } = statSync(file);
    if (size === 0) return `OIDC_CLIENT_SECRET_FILE=${file} is empty.`;
    const isOpen = (mode & 0o077) !== 0;
    return isOpen ? `OIDC_CLIENT_SECRET_FILE=${file} can be read by others: chmod 600 it.` : undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `OIDC_CLIENT_SECRET_FILE=${file} cannot be read: ${why}`;
  }
}
