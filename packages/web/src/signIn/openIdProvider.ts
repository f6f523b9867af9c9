import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { cached } from "@dunmiao/store/engine/cached";
import type { Configuration, CustomFetch } from "openid-client";
import * as z from "zod";
import { logger } from "../log.ts";
import type { ProvenIdentity, Provider, Secrets } from "./provider.ts";

export type OpenIdSettings = {
  /** As its tokens name it; browsers are sent there. */
  readonly issuer: string;
  readonly clientId: string;
  /** Read where it is needed: it lies in a file or in a secret, and a new one is taken up within the hour. */
  readonly clientSecret: () => Promise<string>;
  /** Where this server reaches the provider, if not under its public name; scheme, host and port. */
  readonly innerUrl?: string | undefined;
  /** Allows `http:` towards the provider, which whoever listens on the network can then take over. */
  readonly allowsHttp?: boolean | undefined;
  /** Values of `acr` that mean a second factor; they are asked for, too. */
  readonly secondFactorAcr?: readonly string[] | undefined;
};
type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** What the provider says of itself, and the secret, are read again after an hour. */
const heldSeconds = 3_600;
const timeoutSeconds = 5;
/** From here on the difference of two clocks is said: tokens are believed with half of it. */
const clocksApartSeconds = 60;
/** Ways of proving oneself (RFC 8176) that are more than a password. */
const secondFactors = ["mfa", "otp", "hwk", "sc"];

/**
 * The provider at an issuer, by the code flow with PKCE, state and nonce; the signature of the token is checked although
 * it comes from the provider itself. `fetcher` is how it is reached, e.g. in tests.
 */
export function openIdProvider(settings: OpenIdSettings, fetcher: Fetch = fetch): Provider {
  const { issuer, secondFactorAcr = [] } = settings;
  const clocks = { apartSeconds: 0 };
  const timed: Fetch = async (url, options) => {
    const answer = await fetcher(url, options);
    clocks.apartSeconds = secondsApart(answer);
    return answer;
  };
  const configuration = cached(() => discover(settings, reaching(settings, timed)), heldSeconds);
  const failing = <T>(work: () => Promise<T>) => outcomeOf(work, clocks);
  return {
    issuer,
    begin: ({ redirectUri, isFresh }) =>
      failing(async () => {
        const client = await import("openid-client");
        const config = await configuration.current();
        const verifier = client.randomPKCECodeVerifier();
        const secrets: Secrets = { state: client.randomState(), nonce: client.randomNonce(), verifier };
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: "openid",
          state: secrets.state,
          nonce: secrets.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
          ...(isFresh && { prompt: "login" }),
          ...(secondFactorAcr.length > 0 && { acr_values: secondFactorAcr.join(" ") }),
        });
        return { ...secrets, url: url.href };
      }),
    finish: (cameTo, { state, nonce, verifier }) =>
      failing(async () => {
        const client = await import("openid-client");
        const tokens = await client.authorizationCodeGrant(await configuration.current(), cameTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        return identityIn(tokens.claims(), { issuer, secondFactorAcr });
      }),
  };
}

async function discover(settings: OpenIdSettings, fetcher: CustomFetch): Promise<Configuration> {
  const client = await import("openid-client");
  const { allowInsecureRequests, enableNonRepudiationChecks } = client;
  const secret = await settings.clientSecret();
  return client.discovery(new URL(settings.issuer), settings.clientId, secret, undefined, {
    [client.customFetch]: fetcher,
    timeout: timeoutSeconds,
    execute: settings.allowsHttp
      ? [allowInsecureRequests, enableNonRepudiationChecks]
      : [enableNonRepudiationChecks],
  });
}

/** Requests of this server go to the inner address; what browsers are sent to stays public. */
function reaching({ issuer, innerUrl, allowsHttp }: OpenIdSettings, fetcher: Fetch): CustomFetch {
  const outer = new URL(issuer).origin;
  return (asked, { body, headers, method, redirect, signal }) => {
    const url = new URL(asked);
    const inner = innerUrl !== undefined && url.origin === outer ? new URL(innerUrl).origin : url.origin;
    if (inner.startsWith("http:") && !allowsHttp) throw new TypeError("http is not allowed");
    const sent = { headers, method, redirect, ...(signal && { signal }) };
    const text = body instanceof URLSearchParams || typeof body === "string" ? body : undefined;
    return fetcher(inner + url.pathname + url.search, { ...sent, ...(text !== undefined && { body: text }) });
  };
}

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).default([]).catch([]),
});

function identityIn(
  claims: unknown,
  { issuer, secondFactorAcr }: { issuer: string; secondFactorAcr: readonly string[] },
): ProvenIdentity {
  const { sub: subject, acr, amr } = claimsSchema.parse(claims);
  const hasSecondFactor =
    amr.some((each) => secondFactors.includes(each)) || (acr !== undefined && secondFactorAcr.includes(acr));
  return { issuer, subject, hasSecondFactor };
}

const codeSchema = z.object({ code: z.string() }).transform(({ code }) => code);

/** How far the clock of the provider, as it dates an answer, is ahead of ours; 0 where it does not, or within a minute. */
function secondsApart({ headers }: Response): number {
  const dated = Date.parse(headers.get("Date") ?? "");
  const seconds = Number.isNaN(dated) ? 0 : Math.round((dated - Date.now()) / 1000);
  if (Math.abs(seconds) < clocksApartSeconds) return 0;
  logger.warn("the clock of the provider and ours are apart: set the one that is wrong", {
    code: "clocks-apart",
    secondsAhead: seconds,
  });
  return seconds;
}

/** The log gets the code of what went wrong, and nothing that names anybody. */
async function outcomeOf<T>(
  work: () => Promise<T>,
  clocks: { readonly apartSeconds: number },
): Promise<Outcome<T>> {
  try {
    return accept(await work());
  } catch (error) {
    const code = codeSchema.safeParse(error).data;
    logger.warn("signing in at the provider failed", { code });
    const meaning = meaningOf(error, code);
    const minutes = Math.round(Math.abs(clocks.apartSeconds) / 60);
    return meaning === "provider-clock" && minutes > 0
      ? refuse(meaning, undefined, { minutes })
      : refuse(meaning);
  }
}

const unreachable = [
  "OAUTH_TIMEOUT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
];

function meaningOf(error: unknown, code: string | undefined) {
  if (code?.startsWith("OAUTH_JWT_TIMESTAMP")) return "provider-clock";
  // `fetch` fails with a TypeError, and files and sockets with codes of their own.
  const isBroken = code === undefined ? error instanceof TypeError : !code.startsWith("OAUTH");
  return isBroken || unreachable.includes(code ?? "") ? "provider-unreachable" : "provider-refused";
}
