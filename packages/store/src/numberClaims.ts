import { type Identity, isAlike, numberKey, personKey } from "@dunmiao/domain/import/samePerson";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { factsClaimKey, type Key, numberClaimKey } from "./engine/keys.ts";
import { loadItem, loadRecord } from "./engine/record.ts";
import type { Beside } from "./engine/writes.ts";
import { officerNoun } from "./officer.ts";
import { presentOfficer } from "./presentOfficer.ts";

const claimSchema = z.object({ version: z.int().positive(), numbers: z.array(z.string()) });
/** What stands in a claim on a number or on facts. */
export const claimedSchema = claimSchema.pick({ numbers: true });
export type Claimed = z.infer<typeof claimSchema>;

/** A claim as it stands, for who writes over it. One GetItem; undefined where nobody ever held it. */
export function loadClaimed(store: Store, key: Key): Promise<Claimed | undefined> {
  return loadItem(store, key, claimSchema);
}

/** Where all who are alike by number meet, and all who are alike by facts. */
export function identityKeys(person: Identity): readonly [number: Key, facts: Key] {
  return [numberClaimKey(numberKey(person.serviceNumber)), factsClaimKey(personKey(person))];
}

type Told = {
  /** Numbers from which a person told this one apart. */
  apartFrom: readonly string[];
  /** False where nothing was in the way so far: the transaction itself finds out, without a read. */
  isRead: boolean;
};

/**
 * The writes by which a new person holds number and facts, for the transaction that puts them on file: of two spellings
 * that are written at the same time the second meets the first, and is refused as `same-person-other-number` unless it
 * was told apart from it. Who has moved on since, and is not alike any more, is in nobody's way.
 */
export async function claimIdentity(store: Store, person: Identity, told: Told): Promise<Outcome<Beside[]>> {
  const { serviceNumber } = person;
  const keys = identityKeys(person);
  const found = told.isRead
    ? await Promise.all(keys.map((key) => loadClaimed(store, key)))
    : keys.map(() => undefined);
  const numbers = new Set(found.flatMap((claim) => claim?.numbers ?? []));
  const { apartFrom } = told;
  for (const number of numbers) {
    if (apartFrom.includes(number)) continue;
    const officer = number === serviceNumber ? undefined : await loadRecord(store, officerNoun, number);
    if (!officer || !isAlike({ ...officer, serviceNumber: officer.id }, person)) continue;
    // Told apart from the person whom a merged number leads to is told apart from that number, too.
    const known = (await presentOfficer(store, number))?.id ?? number;
    if (apartFrom.includes(known)) continue;
    return refuse("same-person-other-number", "serviceNumber", { known });
  }
  return accept(keys.map((key, at) => claimed(key, found[at], serviceNumber)));
}

/** The write by which a number is among those that hold a claim, over the claim as it was `found`. */
export function claimed(key: Key, found: Claimed | undefined, number: string): Beside {
  const numbers = [...new Set([...(found?.numbers ?? []), number])];
  return {
    put: { ...key, version: (found?.version ?? 0) + 1, numbers },
    onlyOver: found ? { version: found.version } : "nothing",
  };
}

/** The write by which numbers are no more among those that hold a claim, over the claim as it was found. */
export function letGo(key: Key, { version, numbers }: Claimed, gone: readonly string[]): Beside {
  const others = numbers.filter((each) => !gone.includes(each));
  return { put: { ...key, version: version + 1, numbers: others }, onlyOver: { version } };
}
