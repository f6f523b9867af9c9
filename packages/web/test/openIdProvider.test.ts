import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type OpenIdSettings, openIdProvider } from "../src/signIn/openIdProvider.ts";

const issuer = "https://sso.example";
const redirectUri = "https://dunmiao.example/sign-in/provider/answer";
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as whoever wants to come in would make it. */
function tokenOf(claims: object, { alg = "RS256", key = keys.privateKey } = {}): string {
  const content = `${encoded({ alg, kid: "k" })}.${encoded(claims)}`;
  return alg === "none"
    ? `${content}.`
    : `${content}.${sign("sha256", Buffer.from(content), key).toString("base64url")}`;
}

/** `aheadMs`: of the provider's clock. */
type Forged = { alg?: string; key?: typeof keys.privateKey; claims?: object; aheadMs?: number };
const settings: OpenIdSettings = { issuer, clientId: "dunmiao", clientSecret: async () => "secret" };

/** Signs in at a provider that says what it is told to; `asked` are the addresses at which it was reached. */
async function signInAt(
  { claims = {}, aheadMs = 0, ...signed }: Forged,
  change: Partial<OpenIdSettings> = {},
) {
  const asked: string[] = [];
  let nonce = "";
  const documents: Record<string, () => object> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    }),
    "/keys": () => ({
      keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }],
    }),
    "/token": () => {
      const now = Math.floor(Date.now() / 1000);
      const said = { iss: issuer, aud: "dunmiao", sub: "s-1", iat: now, exp: now + 60, nonce, ...claims };
      return { access_token: "a", token_type: "Bearer", id_token: tokenOf(said, signed) };
    },
  };
  const provider = openIdProvider({ ...settings, ...change }, async (url) => {
    asked.push(url);
    const found = documents[new URL(url).pathname];
    const headers = { Date: new Date(Date.now() + aheadMs).toUTCString() };
    return found ? Response.json(found(), { headers }) : new Response("", { status: 404 });
  });
  const begun = await provider.begin({ redirectUri, isFresh: false });
  if (!begun.ok) return { asked, refused: begun.refusals[0]?.code };
  const sent = new URL(begun.value.url);
  nonce = begun.value.nonce;
  const outcome = await provider.finish(
    new URL(`${redirectUri}?code=c&state=${begun.value.state}`),
    begun.value,
  );
  return { asked, sent, outcome, refused: outcome.ok ? undefined : outcome.refusals[0]?.code };
}

const now = Math.floor(Date.now() / 1000);

test("asks with PKCE, state and nonce, and believes a token that the provider signed", async () => {
  const { sent, outcome } = await signInAt({ claims: { amr: ["pwd", "mfa"] } });
  expect(outcome).toEqual({ ok: true, value: { issuer, subject: "s-1", hasSecondFactor: true } });
  expect(Object.fromEntries(sent?.searchParams ?? [])).toMatchObject({
    response_type: "code",
    scope: "openid",
    code_challenge_method: "S256",
    state: expect.stringMatching(/^.{43}$/),
    nonce: expect.stringMatching(/^.{43}$/),
  });
});

describe("a token is refused", () => {
  test.each<[string, Forged, string]>([
    ["without a signature", { alg: "none" }, "provider-refused"],
    ["of a foreign key", { key: foreign.privateKey }, "provider-refused"],
    ["of an algorithm that nobody agreed on", { alg: "HS256" }, "provider-refused"],
    ["for another sign-in", { claims: { nonce: "another" } }, "provider-refused"],
    ["of another issuer", { claims: { iss: "https://evil.example" } }, "provider-refused"],
    ["for another client", { claims: { aud: "another" } }, "provider-refused"],
    ["that names nobody", { claims: { sub: "" } }, "provider-refused"],
    ["that is over", { claims: { iat: now - 900, exp: now - 300 } }, "provider-clock"],
  ])("%s", async (_, forged, code) => {
    expect((await signInAt(forged)).refused).toBe(code);
  });
});

test("clocks five minutes apart: the refusal says by how much, and the next sign-in with the clock set is whole", async () => {
  const minutes = 5;
  const late = { claims: { iat: now - 300, exp: now - 240 }, aheadMs: -minutes * 60_000 };
  const { outcome } = await signInAt(late);
  expect(outcome).toMatchObject({ refusals: [{ code: "provider-clock", params: { minutes } }] });
  expect((await signInAt({})).outcome?.ok).toBe(true);
});

test("no code of a second factor is no second factor; a value of acr is one where the bureau says so", async () => {
  const proven = async (claims: object, change: Partial<OpenIdSettings> = {}) => {
    const { outcome } = await signInAt({ claims }, change);
    return outcome?.ok ? outcome.value.hasSecondFactor : undefined;
  };
  expect(await proven({ amr: ["pwd"] })).toBe(false);
  expect(await proven({ amr: "mfa", acr: "gold" })).toBe(false);
  expect(await proven({ acr: "gold" }, { secondFactorAcr: ["gold"] })).toBe(true);
});

test("the server goes by the inner address and the browser by the public one; http only where it is allowed", async () => {
  const { asked, sent, outcome } = await signInAt({}, { innerUrl: "http://10.0.0.5:8080", allowsHttp: true });
  expect(outcome?.ok).toBe(true);
  expect(new Set(asked.map((each) => new URL(each).origin))).toEqual(new Set(["http://10.0.0.5:8080"]));
  expect(sent?.origin).toBe(issuer);
  expect(await signInAt({}, { innerUrl: "http://10.0.0.5:8080" })).toMatchObject({ asked: [] });
  expect((await signInAt({}, { issuer: "http://sso.example" })).asked).toEqual([]);
});

test("a provider that is down, or another one than was named, is said, and tried again", async () => {
  let isDown = true;
  const provider = openIdProvider(settings, async () => {
    if (isDown) throw new TypeError("fetch failed");
    return Response.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/t`,
    });
  });
  const to = { redirectUri, isFresh: false };
  expect(await provider.begin(to)).toMatchObject({ refusals: [{ code: "provider-unreachable" }] });
  isDown = false;
  expect((await provider.begin(to)).ok).toBe(true);
  const other = openIdProvider(settings, async () => Response.json({ issuer: "https://evil.example" }));
  expect(await other.begin(to)).toMatchObject({ refusals: [{ code: "provider-refused" }] });
});
