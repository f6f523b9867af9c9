import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { openIdProvider } from "../src/signIn/openIdProvider.ts";

const client = { id: "dunmiao", secret: "a secret that only both of them know" };
const redirectUri = "https://dunmiao.example/sign-in/provider/answer";

/** A provider of another making on the loopback, in which whoever is named next has signed in already. */
export async function realProvider() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const signedIn = { subject: "s-1", amr: ["pwd"] };
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ["sub", "amr"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    loadExistingGrant: async (c) => {
      const { client: asking, session } = c.oidc;
      if (!asking || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const { subject, amr } = signedIn;
    const login = { accountId: subject, amr };
    void (request.url?.startsWith("/interaction/")
      ? provider.interactionFinished(request, response, { login })
      : answer(request, response));
  });
  const settings = {
    issuer,
    clientId: client.id,
    clientSecret: async () => client.secret,
    allowsHttp: true,
  };
  return {
    issuer,
    signedIn,
    settings,
    provider: openIdProvider(settings),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the provider does with a browser that is sent to it, until it sends it back: the address to come back to. */
export async function throughProvider(location: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(location);
  for (let turn = 0; turn < 10; turn += 1) {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { Cookie } });
    for (const each of response.headers.getSetCookie()) {
      const [pair = ""] = each.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const next = response.headers.get("Location");
    if (next === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    at = new URL(next, at);
    if (at.href.startsWith(redirectUri)) return at;
  }
  throw new Error("the provider never sent the browser back");
}
