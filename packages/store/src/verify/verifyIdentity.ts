import { type Officer, officerSchema } from "@dunmiao/domain/officer";
import type { Store } from "../engine/client.ts";
import type { Key } from "../engine/keys.ts";
import { identityKeys, loadClaimed } from "../numberClaims.ts";
import { readRecord } from "./verify.ts";

/**
 * The claims on number and facts that an officer does not hold: who was put on file before there were claims has
 * neither, and is not met by number or facts until they are written (`npm run claims`).
 */
export async function verifyIdentity(store: Store, officer: Officer): Promise<string[]> {
  const found = await Promise.all(keysOf(officer).map((key) => loadClaimed(store, key)));
  return ["number-claim", "facts-claim"].filter((_, at) => !found[at]?.numbers.includes(officer.id));
}

/** The numbers in a claim behind which no officer stands whose number or facts it is on. One GetItem for each. */
export async function notBehind(store: Store, { pk }: Key, numbers: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const id of numbers) {
    const item = await readRecord(store, { kind: "officer", id });
    const parsed = officerSchema.safeParse(item?.record);
    // One that does not parse is named itself.
    const isBehind = item && (!parsed.success || keysOf(parsed.data).some((key) => key.pk === pk));
    if (!isBehind) wrong.push(id);
  }
  return wrong;
}

function keysOf({ id, ...facts }: Officer) {
  return identityKeys({ ...facts, serviceNumber: id });
}
