import { join, type Key, part, partitionOf, sha256 } from "./keys.ts";

/** The sessions that an account was signed in to. */
export function signedInPartition(accountId: string): string {
  return join("SIGNED-IN", accountId);
}

export function signedInKey(accountId: string, hash: string): Key {
  return { pk: signedInPartition(accountId), sk: part(hash) };
}

/** What a person proves themselves by, beside the record of the account. */
export function credentialKey(accountId: string): Key {
  return { pk: partitionOf("account", accountId), sk: "CREDENTIAL" };
}

/** A one-time link by the hash of its token. */
export function linkKey(token: string): Key {
  return linkKeyOf(sha256(token));
}

/** The same by the hash itself. */
export function linkKeyOf(hash: string): Key {
  return { pk: join("LINK", hash), sk: "LINK" };
}

/** What the security officer hands over beside a link of this account. */
export function linkCodeKey(accountId: string): Key {
  return { pk: join("LINK-CODE", accountId), sk: "LINK-CODE" };
}

/** Whose account somebody of a provider signs in to. */
export function identityKey(issuer: string, subject: string): Key {
  return { pk: join("IDENTITY", sha256(JSON.stringify([issuer, subject]))), sk: "IDENTITY" };
}

/** A sign-in that was begun at a provider, by the hash of the browser's cookie. */
export function begunKey(cookie: string): Key {
  return { pk: join("SIGN-IN", sha256(cookie)), sk: "SIGN-IN" };
}

/** The failures of an account or an address, which is in the key as its hash only: whatever was typed may be in it. */
export function triesKey(name: string): Key {
  return { pk: join("TRIES", sha256(name)), sk: "TRIES" };
}

/** Who is administrator and who security officer. */
export const handsKey: Key = { pk: "HANDS", sk: "HANDS" };

/** Which accounts are for emergencies. */
export const emergencyKey: Key = { pk: "EMERGENCY", sk: "EMERGENCY" };

/** In which of their roles somebody acted last. */
export function roleUsePartition(accountId: string): string {
  return join("ROLE-USE", accountId);
}

export function roleUseKey(accountId: string, assignment: string): Key {
  return { pk: roleUsePartition(accountId), sk: part(assignment) };
}

/** There once the first administrator has an account. */
export const setUpKey: Key = { pk: "SET-UP", sk: "SET-UP" };
