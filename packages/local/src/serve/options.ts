import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { MachineSettings } from "@dunmiao/web/machine/door";
import type { OpenIdSettings } from "@dunmiao/web/signIn/openIdProvider";
import { machineHelp, readMachines } from "./machineOptions.ts";
import { providerHelp, readProvider } from "./providerOptions.ts";

export type ServeOptions = {
  port: number;
  dataDir: string;
  /** The address under which people come here, without a path. */
  publicUrl: URL;
  tls?: { cert: Buffer; key: Buffer };
  bureau: string;
  /** To whom weaknesses are reported, for `/.well-known/security.txt`. */
  securityContact?: string;
  /** The organisation's sign-in, if any; people sign in with passphrases of this installation unless told otherwise. */
  provider?: OpenIdSettings;
  hasPassphrases: boolean;
  /** Whose tokens let programs in, if any. */
  machines?: MachineSettings;
};
type Environment = Record<string, string | undefined>;

export const help = `Dunmiao on this machine, for real.

  PUBLIC_URL=https://dunmiao.example DATA_DIR=/var/lib/dunmiao BUREAU_NAME=… npm run serve

Environment:
  PUBLIC_URL   required: the address under which people come here, such as https://dunmiao.example
  DATA_DIR     required: where everything is kept; empty at the first start
  BUREAU_NAME  required: what stands at the top of every page
  PORT         3000; without TLS_CERT the server listens on this machine only, behind a proxy that ends TLS
  TLS_CERT, TLS_KEY   PEM files: then it listens on every interface itself
${providerHelp}
${machineHelp}
  SECURITY_CONTACT    to whom weaknesses are reported (/.well-known/security.txt): mailto:, https: or tel:
  DUNMIAO_ENGINE, AWS_ENDPOINT_URL_DYNAMODB, WECOM_WEBHOOK_URL as for npm start`;

/** What was asked for, or a sentence that says what is wrong with it. */
export function readServeOptions(
  args: readonly string[],
  environment: Environment,
  now = new Date(),
): ServeOptions | "help" | { wrong: string } {
  const [first] = args;
  if (first === "--help" || first === "-h") return "help";
  if (first !== undefined) return { wrong: `${first}: npm run serve takes no arguments.` };
  const { DATA_DIR: dataDir, BUREAU_NAME: bureau, SECURITY_CONTACT: securityContact } = environment;
  if (!dataDir) return { wrong: "DATA_DIR is not set: real data need a place of their own." };
  if (!bureau) return { wrong: "BUREAU_NAME is not set: it stands at the top of every page." };
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { wrong: `PORT=${environment.PORT} is not a port number.` };
  const publicUrl = readPublicUrl(environment.PUBLIC_URL);
  if ("wrong" in publicUrl) return publicUrl;
  const tls = readTls(environment, publicUrl.url, now);
  if (tls && "wrong" in tls) return tls;
  const provider = readProvider(environment);
  if (provider && "wrong" in provider) return provider;
  const machines = readMachines(environment);
  if (machines && "wrong" in machines) return machines;
  const hasPassphrases = environment.PASSPHRASES !== "off";
  if (!provider && !hasPassphrases)
    return { wrong: "PASSPHRASES=off without OIDC_ISSUER: nobody could sign in." };
  if (securityContact && !/^(mailto|https|tel):/.test(securityContact))
    return { wrong: `SECURITY_CONTACT=${securityContact} does not begin with mailto:, https: or tel:.` };
  const contact = securityContact ? { securityContact } : {};
  const signIn = { hasPassphrases, ...(provider && { provider }), ...(machines && { machines }) };
  return { port, dataDir, bureau, publicUrl: publicUrl.url, ...contact, ...signIn, ...(tls && { tls }) };
}

function readPublicUrl(given: string | undefined): { url: URL } | { wrong: string } {
  if (!given)
    return {
      wrong:
        "PUBLIC_URL is not set: the address under which people come here, such as https://dunmiao.example.",
    };
  const url = URL.parse(given);
  if (!url || !["http:", "https:"].includes(url.protocol))
    return { wrong: `PUBLIC_URL=${given} is not an address that begins with https:// or http://.` };
  if (url.username || url.password || url.pathname !== "/" || url.search || url.hash)
    return {
      wrong: `PUBLIC_URL=${given} must be the site itself, without path, question mark or password: ${url.origin}`,
    };
  return { url };
}

function readTls({ TLS_CERT: certFile, TLS_KEY: keyFile }: Environment, url: URL, now: Date) {
  if (!certFile && !keyFile) return undefined;
  if (!certFile || !keyFile) return { wrong: "TLS_CERT and TLS_KEY belong together: only one is set." };
  if (url.protocol !== "https:")
    return {
      wrong: `With TLS_CERT the site is served by TLS only, and PUBLIC_URL=${url.origin} is not https.`,
    };
  try {
    const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    createSecureContext(tls);
    const { validToDate, validFromDate } = new X509Certificate(tls.cert);
    if (now > validToDate)
      return {
        wrong: `The certificate in ${certFile} expired on ${validToDate.toISOString()}: put a new one there.`,
      };
    if (now < validFromDate)
      return {
        wrong: `The certificate in ${certFile} is valid from ${validFromDate.toISOString()} only: is this machine's clock right?`,
      };
    return tls;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { wrong: `TLS_CERT=${certFile}, TLS_KEY=${keyFile} cannot be read: ${why}` };
  }
}
