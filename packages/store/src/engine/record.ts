import { GetCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { type Event, eventSchema } from "@dunmiao/domain/event";
import * as z from "zod";
import { loadItems } from "./batchGet.ts";
import type { Store } from "./client.ts";
import { type Flag, openFlagOf } from "./flag.ts";
import {
  eventKey,
  eventPrefix,
  flagSort,
  type Key,
  partitionOf,
  recordKey,
  recordSort,
  versionOfEvent,
} from "./keys.ts";
import type { Kind, Noun, Recorded } from "./kinds.ts";
import { parsedTexts } from "./parsedTexts.ts";
import { parseStored } from "./parseStored.ts";
import { openEvent, openRecord } from "./storedText.ts";
import { readOrName } from "./unreadable.ts";

const eventItemSchema = z.object({ event: eventSchema });
/** Some thousand lines of trails: pages show the newest of a record again and again. */
const parsedEvents = parsedTexts<Event>(500_000);

/** One consistent GetItem; undefined when there is none. Throws StoredRowError when the stored row does not parse. */
export async function loadRecord<R extends Recorded>(
  store: Store,
  noun: Noun<R>,
  id: string,
): Promise<R | undefined> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: recordKey(noun.kind, id), ConsistentRead: true }),
  );
  return Item && readRecord(noun, id, Item);
}

/** Those of many records that are there, by id: 100 a consistent BatchGetItem. Throws StoredRowError when one does not parse. */
export async function loadRecords<R extends Recorded>(
  store: Store,
  noun: Noun<R>,
  ids: readonly string[],
): Promise<Map<string, R>> {
  const idOf = new Map(ids.map((id) => [recordKey(noun.kind, id).pk, id]));
  const keys = [...idOf.values()].map((id) => recordKey(noun.kind, id));
  const found = await loadItems(store, keys);
  const records = new Map<string, R>();
  for (const item of found) {
    const id = idOf.get(String(item.pk));
    if (id !== undefined) records.set(id, readRecord(noun, id, item));
  }
  return records;
}

/** One consistent GetItem of an item that is no record; undefined when there is none. */
export async function loadItem<T>(store: Store, Key: Key, schema: z.ZodType<T>): Promise<T | undefined> {
  const request = { TableName: store.tableName, Key, ConsistentRead: true };
  const { Item } = await store.documents.send(new GetCommand(request));
  return Item && parseStored(schema, Item, `${Key.pk} ${Key.sk}`);
}

/** The record of an item; a text that was parsed before is not parsed again, where the noun remembers. */
function readRecord<R extends Recorded>(noun: Noun<R>, id: string, item: Record<string, unknown>): R {
  const parse = () => parseRecord(noun, id, openRecord(item).record);
  return noun.parsed ? noun.parsed.of(id, { text: item.record, seal: item.head }, parse) : parse();
}

/** Parses a stored record, e.g. the one that a creation met. */
export function parseRecord<R extends Recorded>(noun: Noun<R>, id: string, stored: unknown): R {
  return parseStored(noun.schema, stored, `${noun.kind} ${id}`, { kind: noun.kind, id });
}

/** A record as its page shows it; `events` newest first. */
export type RecordWithEvents<R> = { record: R; flag?: Flag; events: Event[] };

/** One consistent Query, newest first: the record, its open flag and its last `lastEvents` events. */
export async function loadWithEvents<R extends Recorded>(
  store: Store,
  noun: Noun<R>,
  id: string,
  lastEvents: number,
): Promise<RecordWithEvents<R> | undefined> {
  const request = backwards(store, partitionOf(noun.kind, id), { to: recordSort, limit: lastEvents + 2 });
  const { Items = [] } = await store.documents.send(new QueryCommand(request));
  return withEvents(noun, id, Items, lastEvents);
}

/**
 * The same with all items beside the record, as they are stored: one Query while these are no more than `usual`, and
 * another for each page that the rest takes.
 */
export async function loadWithBeside<R extends Recorded>(
  store: Store,
  noun: Noun<R>,
  id: string,
  { lastEvents, usual }: { lastEvents: number; usual: number },
): Promise<(RecordWithEvents<R> & { beside: Record<string, unknown>[] }) | undefined> {
  const bounds = { to: `${recordSort}$`, limit: lastEvents + 2 + usual };
  const request = backwards(store, partitionOf(noun.kind, id), bounds);
  const items: Record<string, unknown>[] = [];
  const recordAt = () => items.findIndex(({ sk }) => sk === recordSort);
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const command = new QueryCommand({ ...request, ExclusiveStartKey: start });
    const page = await store.documents.send(command);
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start && (recordAt() === -1 || items.length - recordAt() < lastEvents + 2));
  const at = recordAt();
  const found = at === -1 ? undefined : withEvents(noun, id, items.slice(at), lastEvents);
  return found && { ...found, beside: items.slice(0, at) };
}

/** The items of a record from the last sort key on to its first event; `$` follows `#`. */
function backwards({ tableName }: Store, partition: string, { to, limit }: { to: string; limit: number }) {
  return {
    TableName: tableName,
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: { ":pk": partition, ":from": eventPrefix, ":to": to },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: limit,
  };
}

function withEvents<R extends Recorded>(
  noun: Noun<R>,
  id: string,
  [first, ...rest]: readonly Record<string, unknown>[],
  lastEvents: number,
): RecordWithEvents<R> | undefined {
  if (first?.sk !== recordSort) return undefined;
  const flagItem = rest.find(({ sk }) => sk === flagSort);
  const of = { kind: noun.kind, id };
  const [flag] = readOrName(of, () => openFlagOf(flagItem, of));
  const events = rest.filter((item) => item !== flagItem).slice(0, lastEvents);
  return {
    record: readRecord(noun, id, first),
    ...(flag && { flag }),
    events: events.flatMap((item) => readOrName(of, () => parseEvent(of, item))),
  };
}

/** A page of events, oldest first, after version `after`; `next` is the `after` of the following page. */
export async function loadEvents(
  store: Store,
  of: { kind: Kind; id: string },
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {},
): Promise<{ events: Event[]; next?: number }> {
  const { Items = [], LastEvaluatedKey } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: {
        ":pk": partitionOf(of.kind, of.id),
        ":from": eventKey(of.kind, of.id, after + 1).sk,
        ":to": eventKey(of.kind, of.id, 999_999_999).sk,
      },
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  const events = Items.flatMap((item) => readOrName(of, () => parseEvent(of, item)));
  // By the key: the last event of a page may be one that does not parse.
  const last = Items.at(-1);
  return { events, ...(LastEvaluatedKey && last && { next: versionOfEvent(String(last.sk)) }) };
}

function parseEvent(of: { kind: Kind; id: string }, item: Record<string, unknown>): Event {
  const row = `${of.kind} ${of.id} ${String(item.sk)}`;
  const parse = () => parseStored(eventItemSchema, openEvent(item), row, of).event;
  return parsedEvents.of(row, { text: item.event, seal: item.hash }, parse);
}
