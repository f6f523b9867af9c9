import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { KeySet } from "./keySet.ts";

export type MachineSettings = {
  /** As tokens name it. */
  readonly issuer: string;
  /** What tokens for this system are for: no client's own name, or tokens of people would be for it, too. */
  readonly audience: string;
  /** Where the issuer publishes the keys that it signs with. */
  readonly jwksUri: string;
};

/** Where programs come in: whose token it is, or why it is none (`token-…`). */
export type MachineDoor = {
  readonly issuer: string;
  /** How often one machine may ask; what comes more often waits for the next minute. */
  readonly requestsAMinute: number;
  readonly subjectOf: (token: string) => Promise<Outcome<string>>;
};

/** By a key pair: whoever can check a token cannot make one. */
const algorithms = ["RS256", "PS256", "ES256", "EdDSA"] as const;
/** RFC 9068 names access tokens `at+jwt`; many providers say JWT. */
const types = ["JWT", "at+jwt"];
const headerSchema = z.object({ kid: z.string().min(1) });
const claimsSchema = z.object({ sub: z.string().min(1).max(255), exp: z.number() });

/** More than a program needs that reads what has changed; less than keeps the site from people. */
const usualRequests = 600;
type Reaching = {
  readonly fetcher?: typeof fetch;
  readonly now?: () => number;
  readonly requestsAMinute?: number;
};

/**
 * Bearer tokens of one issuer (RFC 6750, 7519): signed by one of its published keys with one of four algorithms, for this
 * audience, with an end that has not come.
 */
export function machineDoor(
  { issuer, audience, jwksUri }: MachineSettings,
  { fetcher = fetch, now = Date.now, requestsAMinute = usualRequests }: Reaching = {},
): MachineDoor {
  const keySet = new KeySet({ uri: jwksUri, fetcher, now });
  return {
    issuer,
    requestsAMinute,
    subjectOf: async (token) => {
      const kid = kidOf(token);
      if (kid === undefined) return refuse("token-not-valid");
      const keys = await keySet.keysFor(kid);
      if (!keys) return refuse("token-keys-unreachable");
      // Loaded with the first token: no other request pays for it.
      const { verifyWithJwks } = await import("hono/jwt");
      try {
        const payload = await verifyWithJwks(token, {
          keys: [...keys],
          allowedAlgorithms: algorithms,
          verification: { iss: issuer, aud: audience, typ: types, iat: false },
        });
        const claims = claimsSchema.safeParse(payload).data;
        return claims ? accept(claims.sub) : refuse("token-not-valid");
      } catch (error) {
        const isOver = error instanceof Error && error.name === "JwtTokenExpired";
        return refuse(isOver ? "token-expired" : "token-not-valid");
      }
    },
  };
}

/** The key that a token names; without one nothing is read from anywhere. */
function kidOf(token: string): string | undefined {
  const [head = ""] = token.split(".");
  try {
    const header: unknown = JSON.parse(Buffer.from(head, "base64url").toString());
    return headerSchema.safeParse(header).data?.kid;
  } catch {
    return undefined;
  }
}
