import { Secret, TOTP } from "otpauth";

const periodMs = 30_000;

/** A new secret of 160 bits, in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads. */
export function secretUri(secret: string, of: { issuer: string; account: string }): string {
  return totpOf(secret, of).toString();
}

/**
 * The counter of a code of six digits, one step (30 seconds) early or late; undefined for another code, and for one that is
 * not newer than `last`: each works once (RFC 6238, section 5.2).
 */
export function counterOf(secret: string, code: string, { now, last }: { now: Date; last: number }) {
  const digits = code.replaceAll(/\s/g, "");
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  if (delta === null) return undefined;
  const counter = Math.floor(now.getTime() / periodMs) + delta;
  return counter > last ? counter : undefined;
}

/** The code that a device shows at a moment. */
export function codeAt(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() });
}

function totpOf(secret: string, of?: { issuer: string; account: string }): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: periodMs / 1000,
    ...(of && { issuer: of.issuer, label: of.account }),
  });
}
