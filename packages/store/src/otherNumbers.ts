import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import {
  type Identity,
  type KnownPerson,
  otherSpellings,
  samePersonFinder,
} from "@dunmiao/domain/import/samePerson";
import type { Officer } from "@dunmiao/domain/officer";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { type Key, recordKey } from "./engine/keys.ts";
import { parseRecord } from "./engine/record.ts";
import { openRecord } from "./engine/storedText.ts";
import { claimedSchema, identityKeys } from "./numberClaims.ts";
import { listOfficers, officerNoun } from "./officer.ts";
import { presentOfficer } from "./presentOfficer.ts";

/** What BatchGetItem takes; four at a time. */
const keysPerRequest = 100;
const requestsAtOnce = 4;
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
  const items = await itemsOf(store, [...keys.values()]);
  return [...new Set(items.flatMap((item) => claimedSchema.parse(item).numbers))];
}

async function officersOf(store: Store, numbers: readonly string[]): Promise<KnownPerson[]> {
  const items = await itemsOf(
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

async function itemsOf(store: Store, keys: readonly Key[]) {
  const answers = await inGroups(slices(keys, keysPerRequest), requestsAtOnce, (group) =>
    Promise.all(group.map((each) => batchGet(store, each))),
  );
  return answers.flat();
}

/** Asks again for what the engine left over. */
async function batchGet({ documents, tableName }: Store, keys: readonly Key[]) {
  const items: Record<string, unknown>[] = [];
  let left: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  while (left.length > 0) {
    const request = { RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } };
    const { Responses, UnprocessedKeys } = await documents.send(new BatchGetCommand(request));
    items.push(...(Responses?.[tableName] ?? []));
    left = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
}

async function inGroups<T, R>(
  all: readonly T[],
  size: number,
  work: (group: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  const answers: R[] = [];
  for (const group of slices(all, size)) answers.push(...(await work(group)));
  return answers;
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
