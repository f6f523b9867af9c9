import { BatchGetCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./client.ts";
import { textKey } from "./keys.ts";
import { parseStored } from "./parseStored.ts";

/** Which long text beside a secondment: its name (`ASSESSMENT`), and which one and which revision (`f3.2`). */
export type TextRef = { readonly name: string; readonly id: string };
type Words = Readonly<Record<string, unknown>>;

const itemSchema = z.object({ text: z.record(z.string(), z.unknown()) });
/** What DynamoDB takes in one request. */
const mostInOneRequest = 100;

/** A long text beside a secondment; undefined when there is none. One GetItem. */
export async function loadRecordText(
  store: Store,
  secondmentId: string,
  { name, id }: TextRef,
): Promise<Words | undefined> {
  const Key = textKey("secondment", secondmentId, name, id);
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key, ConsistentRead: true }),
  );
  return Item && parseStored(itemSchema, Item, `secondment ${secondmentId} ${Key.sk}`).text;
}

/** Several of them by id, at most a hundred; ids without a text are left out. One BatchGetItem. */
export async function loadRecordTexts(
  store: Store,
  secondmentId: string,
  refs: readonly TextRef[],
): Promise<ReadonlyMap<string, Words>> {
  if (refs.length === 0) return new Map();
  if (refs.length > mostInOneRequest) throw new RangeError(`${refs.length} texts in one request`);
  const idOf = new Map(refs.map(({ name, id }) => [textKey("secondment", secondmentId, name, id).sk, id]));
  const Keys = refs.map(({ name, id }) => textKey("secondment", secondmentId, name, id));
  const { Responses, UnprocessedKeys } = await store.documents.send(
    new BatchGetCommand({ RequestItems: { [store.tableName]: { Keys, ConsistentRead: true } } }),
  );
  const left = UnprocessedKeys?.[store.tableName]?.Keys ?? [];
  const found = (Responses?.[store.tableName] ?? []).map((item): [string, Words] => [
    idOf.get(String(item.sk)) ?? "",
    parseStored(itemSchema, item, `secondment ${secondmentId} ${String(item.sk)}`).text,
  ]);
  if (left.length === 0) return new Map(found);
  const rest = refs.filter(({ name, id }) =>
    left.some((key) => key.sk === textKey("secondment", secondmentId, name, id).sk),
  );
  return new Map([...found, ...(await loadRecordTexts(store, secondmentId, rest))]);
}
