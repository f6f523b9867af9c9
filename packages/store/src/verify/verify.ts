import { GetCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { type ChainFault, eventSchema, type StoredEvent, verifyChain } from "@dunmiao/domain/event";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import { eventPrefix, partitionOf, recordKey, versionOfEvent } from "../engine/keys.ts";
import type { Kind } from "../engine/kinds.ts";
import { openEvent, openRecord, textOfEvent, textOfRecord } from "../engine/storedText.ts";

type Of = { kind: Kind; id: string };
export type Item = Record<string, unknown>;

// Loose: the hashes cover every stored member, also one that the schema does not know.
const sealedRecordSchema = z.looseObject({ version: z.int().positive(), head: z.string() });
const itemSchema = z.object({ version: z.int(), record: sealedRecordSchema });
const eventItemSchema = z.object({ event: z.looseObject(eventSchema.shape) });

/**
 * Replays the chain of a record from its first event, all pages, and compares the live record as it is stored: an
 * empty list means whole, undefined that nothing is stored under this id. Reads again when the record moves meanwhile.
 */
export async function verifyRecord(store: Store, of: Of): Promise<ChainFault[] | undefined> {
  return whileUnmoved(store, of, async (item) => chainFaults(of, await readEvents(store, of), item));
}

/** What `check` finds of a stored record (undefined: there is none); checks again when the record moved meanwhile. */
export async function whileUnmoved<T>(
  store: Store,
  of: Of,
  check: (item: Item | undefined) => Promise<T>,
): Promise<T> {
  let before = await readItem(store, of);
  for (;;) {
    const found = await check(before);
    const after = await readItem(store, of);
    if (before?.version === after?.version) return found;
    before = after;
  }
}

/** The same for a record and events that were read already. */
export function chainFaults(
  { kind, id }: Of,
  eventItems: Item[],
  item: Item | undefined,
): ChainFault[] | undefined {
  if (!item) return eventItems.length === 0 ? undefined : [{ version: eventItems.length, fault: "missing" }];
  const parsed = eventItems.map((each) => ({
    version: versionOfEvent(String(each.sk)),
    event: eventItemSchema.safeParse(openEvent(each)).data?.event,
    text: textOfEvent(each),
  }));
  const events = parsed.flatMap(({ event, text }): StoredEvent[] => (event ? [{ event, text }] : []));
  const foreign = parsed
    .filter(({ event }) => event?.recordKind !== kind || event.recordId !== id)
    .map(({ version }) => ({ version, fault: "altered-event" as const }));
  const live = itemSchema.safeParse(openRecord(item));
  if (!live.success || live.data.version !== live.data.record.version)
    return [...foreign, { version: events.length, fault: "altered-record" }];
  return [...foreign, ...verifyChain(events, { ...live.data.record, text: textOfRecord(item) })];
}

/** A record as it is stored, its text opened. One consistent GetItem. */
export async function readRecord(store: Store, of: Of): Promise<Item | undefined> {
  const item = await readItem(store, of);
  return item && openRecord(item);
}

async function readItem({ documents, tableName }: Store, { kind, id }: Of): Promise<Item | undefined> {
  const Key = recordKey(kind, id);
  return (await documents.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
}

/** The events of a record as they are stored, oldest first. */
export async function readEvents(store: Store, { kind, id }: Of): Promise<Item[]> {
  return readBeside(store, partitionOf(kind, id), eventPrefix);
}

/** Every item of a partition whose sort key begins so, all pages. */
export async function readBeside(
  { documents, tableName }: Store,
  partition: string,
  prefix: string,
): Promise<Item[]> {
  const items: Item[] = [];
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: { ":pk": partition, ":prefix": prefix },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}
