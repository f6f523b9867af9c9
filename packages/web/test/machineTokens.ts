import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

const audience = "dunmiao-api";

/** An issuer of tokens on the loopback: the keys that it publishes, how often they were asked for, tokens of its making. */
export async function tokenIssuer() {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ed = generateKeyPairSync("ed25519");
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: "jwk" }), kid, use: "sig" });
  const published = {
    keys: [jwk(rsa.publicKey, "rsa"), jwk(ec.publicKey, "ec"), jwk(ed.publicKey, "ed")] as object[],
    asked: 0,
    isDown: false,
  };
  const server = createServer((_, response) => {
    published.asked += 1;
    response.writeHead(published.isDown ? 503 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ keys: published.keys }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const claims = (change: object = {}) => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: audience, sub: "m-1", exp: now + 3600, ...change };
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = (header: object, payload: object, by: (text: Buffer) => Buffer) => {
    const text = `${part({ typ: "JWT", ...header })}.${part(payload)}`;
    return `${text}.${by(Buffer.from(text)).toString("base64url")}`;
  };
  const byRsa = (key: KeyObject) => (text: Buffer) => sign("sha256", text, key);
  const secret = rsa.publicKey.export({ format: "pem", type: "spki" });
  return {
    issuer,
    published,
    claims,
    settings: { issuer, audience, jwksUri: `${issuer}/keys` },
    addKey: (kid: string) => published.keys.push(jwk(foreign.publicKey, kid)),
    token: (change: object = {}, header: object = {}) =>
      signed({ alg: "RS256", kid: "rsa", ...header }, claims(change), byRsa(rsa.privateKey)),
    byEc: () =>
      signed({ alg: "ES256", kid: "ec", typ: "at+jwt" }, claims(), (text) =>
        sign("sha256", text, { key: ec.privateKey, dsaEncoding: "ieee-p1363" }),
      ),
    byEd: () => signed({ alg: "EdDSA", kid: "ed" }, claims(), (text) => sign(null, text, ed.privateKey)),
    unsigned: () => signed({ alg: "none", kid: "rsa" }, claims(), () => Buffer.alloc(0)),
    byPublicKey: () =>
      signed({ alg: "HS256", kid: "rsa" }, claims(), (text) =>
        createHmac("sha256", secret).update(text).digest(),
      ),
    byForeign: (kid: string) => signed({ alg: "RS256", kid }, claims(), byRsa(foreign.privateKey)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
