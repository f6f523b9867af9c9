import type { MachineSettings } from "@dunmiao/web/machine/door";

type Environment = Record<string, string | undefined>;

export const machineHelp = `  MACHINE_ISSUER  whose bearer tokens let programs in, as the tokens name it; with it are required
    MACHINE_AUDIENCE        what their tokens are for: a name of this system that is not OIDC_CLIENT_ID
    MACHINE_JWKS_URI        where the issuer publishes its keys
    MACHINE_ALLOW_HTTP=1    allows http towards that`;

/** The issuer that was asked for; undefined for none, or a sentence that says what is wrong. */
export function readMachines(environment: Environment): MachineSettings | undefined | { wrong: string } {
  const { MACHINE_ISSUER: issuer, MACHINE_AUDIENCE: audience, MACHINE_JWKS_URI: jwksUri } = environment;
  if (!issuer) return undefined;
  if (!audience || !jwksUri)
    return { wrong: "With MACHINE_ISSUER both MACHINE_AUDIENCE and MACHINE_JWKS_URI must be set." };
  if (audience === environment.OIDC_CLIENT_ID)
    return {
      wrong: `MACHINE_AUDIENCE=${audience} is OIDC_CLIENT_ID: tokens of people who sign in would be for it, too.`,
    };
  const { protocol } = URL.parse(jwksUri) ?? {};
  const isAllowed = protocol === "https:" || (protocol === "http:" && environment.MACHINE_ALLOW_HTTP === "1");
  return isAllowed
    ? { issuer, audience, jwksUri }
    : {
        wrong: `MACHINE_JWKS_URI=${jwksUri} is not an address that begins with https://: whoever gave out other keys could ask as any machine. MACHINE_ALLOW_HTTP=1 allows http.`,
      };
}
