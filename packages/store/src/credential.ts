import { createHash, randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { loadItem } from "./engine/record.ts";
import { credentialKey } from "./engine/signInKeys.ts";
import type { Beside } from "./engine/writes.ts";
import { passphraseSchema } from "./passphrase.ts";

const credentialSchema = z.object({
  version: z.int().positive(),
  /** Absent where the person signs in at a provider. */
  passphrase: passphraseSchema.optional(),
  /** `secret` in base32; `last`: the counter of the newest code that was used. */
  totp: z.object({ secret: z.string(), last: z.int() }).optional(),
  /** SHA-256 of the recovery codes that are left. */
  recovery: z.array(z.string()),
});
/** What a person proves themselves by: beside the record of the account, in none of its events. */
export type Credential = z.infer<typeof credentialSchema>;

/** Undefined until the person has set a passphrase or one-time codes. One consistent GetItem. */
export function loadCredential(store: Store, accountId: string): Promise<Credential | undefined> {
  return loadItem(store, credentialKey(accountId), credentialSchema);
}

/** The credential as it shall be, for the transaction of an account; nothing is written over what was not seen. */
export function credentialWrite(
  accountId: string,
  seen: Credential | undefined,
  next: Omit<Credential, "version">,
): Beside {
  const put = { ...credentialKey(accountId), ...next, version: (seen?.version ?? 0) + 1 };
  return { put, onlyOver: seen ? { version: seen.version } : "nothing" };
}

/** Uses up a code: false where the same credential was used meanwhile, e.g. by the same code. */
export async function useUp(
  { documents, tableName }: Store,
  accountId: string,
  seen: Credential,
  next: Pick<Credential, "totp" | "recovery">,
): Promise<boolean> {
  const { put } = credentialWrite(accountId, seen, { ...seen, ...next });
  const ConditionExpression = "#version = :seen";
  const ExpressionAttributeNames = { "#version": "version" };
  const ExpressionAttributeValues = { ":seen": seen.version };
  const condition = { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues };
  try {
    await documents.send(new PutCommand({ TableName: tableName, Item: put, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

const recoveryCodes = 10;

/** Ten codes of 80 random bits for who has lost the device, each for one sign-in. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () =>
    (randomBytes(10).toString("hex").match(/.{5}/g) ?? []).join("-"),
  );
}

/** What is kept of a recovery code. */
export function recoveryHash(code: string): string {
  return createHash("sha256")
    .update(code.toLowerCase().replaceAll(/[^0-9a-f]/g, ""))
    .digest("base64url");
}
