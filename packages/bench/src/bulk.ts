import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/engine/client";
import type { Sealed } from "@dunmiao/store/engine/seal";

/** One transaction of the engine is one wait for the disk, however many items it has. */
const itemsPerRequest = 100;
const atOnce = 2;

/** Puts sealed records with all their events, many at once: the items that the transactions would have written. */
export async function putSealed(store: Store, sealed: Iterable<Sealed>): Promise<void> {
  await putItems(store, itemsOf(sealed));
}

function* itemsOf(sealed: Iterable<Sealed>): Generator<Record<string, unknown>> {
  for (const { recordItem, eventItems } of sealed) {
    yield recordItem;
    yield* eventItems;
  }
}

/** Puts items, many at once. */
export async function putItems(
  store: Store,
  items: IterableIterator<Record<string, unknown>>,
): Promise<void> {
  const batches = batchesOf(items);
  const worker = async () => {
    for (const batch of batches) {
      const TransactItems = batch.map((Item) => ({ Put: { TableName: store.tableName, Item } }));
      await store.documents.send(new TransactWriteCommand({ TransactItems }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function* batchesOf<T>(items: IterableIterator<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < itemsPerRequest) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
