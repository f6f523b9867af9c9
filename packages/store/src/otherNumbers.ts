import {
  type Identity,
  type KnownPerson,
  otherSpellings,
  samePersonFinder,
} from "@dunmiao/domain/import/samePerson";
import type { Officer } from "@dunmiao/domain/officer";
import * as z from "zod";
import { inGroups, loadItems } from "./engine/batchGet.ts";
import type { Store } from "./engine/client.ts";
import { recordKey } from "./engine/keys.ts";
import { parseRecord } from "./engine/record.ts";
import { openRecord } from "./engine/storedText.ts";
import { claimedSchema, identityKeys } from "./numberClaims.ts";
import { listOfficers, officerNoun } from "./officer.ts";
import { presentOfficer } from "./presentOfficer.ts";

const unitsAtOnce = 8;
const itemSchema = z.object({ record: z.looseObject({ id: z.string() }) });

/**
 * Other numbers on file that may be the same person's: of the people's home units one Query each, and by key the claims
 * on number and facts and, for people of before such claims, the usual spellings with other zeros or letters, whatever
 * home unit its officer has (100 keys a BatchGetItem).
 */
export async function otherNumbers(store: Store, people: readonly Identity[]) {
  const homes = [...new Set(people.map(({ homeUnit }) => homeUnit))];
  const spelled = new Set(people.flatMap(({ serviceNumber }) => otherSpellings(serviceNumber)));
  const [neighbours, others] = await Promise.all([
    inGroups(homes, unitsAtOnce, (group) => Promise.all(group.map((unit) => listOfficers(store, unit)))),
    officersOf(store, [...spelled]),
  ]);
  const found = [...others, ...neighbours.flat()];
  const numbers = new Set(found.map(({ serviceNumber }) => serviceNumber));
  const claimed = (await claimedNumbers(store, people)).filter((number) => !numbers.has(number));
  return samePersonFinder([...found, ...(await officersOf(store, claimed))]);
}

async function claimedNumbers(store: Store, people: readonly Identity[]): Promise<string[]> {
  const keys = new Map(people.flatMap(identityKeys).map((key) => [key.pk, key]));
  const items = await loadItems(store, [...keys.values()]);
  return [...new Set(items.flatMap((item) => claimedSchema.parse(item).numbers))];
}

async function officersOf(store: Store, numbers: readonly string[]): Promise<KnownPerson[]> {
  const items = await loadItems(
    store,
    numbers.map((number) => recordKey("officer", number)),
  );
  const found = items.map((item) => {
    const { record } = itemSchema.parse(openRecord(item));
    return parseRecord(officerNoun, record.id, record);
  });
  return Promise.all(found.map((officer) => knownAs(store, officer)));
}

/** A number that was merged betrays the person whom it leads to. */
async function knownAs(store: Store, { id, mergedInto, ...facts }: Officer): Promise<KnownPerson> {
  if (mergedInto === undefined) return { serviceNumber: id, ...facts };
  const serviceNumber = (await presentOfficer(store, mergedInto))?.id ?? mergedInto;
  return { serviceNumber, wasNumber: id, ...facts };
}
