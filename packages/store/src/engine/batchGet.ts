import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "./client.ts";
import type { Key } from "./keys.ts";
import { backOff } from "./retry.ts";

/** What BatchGetItem takes; four at a time. */
const keysPerRequest = 100;
const requestsAtOnce = 4;

/** What stands under these keys, read consistently, in no order: 100 keys a BatchGetItem. No key may be there twice. */
export async function loadItems(store: Store, keys: readonly Key[]): Promise<Record<string, unknown>[]> {
  const groups = slices(keys, keysPerRequest);
  const answers = await inGroups(groups, requestsAtOnce, (group) =>
    Promise.all(group.map((each) => batchGet(store, each))),
  );
  return answers.flat();
}

/** Asks again for what the engine left over, after a pause that grows: at a table that throttles, haste is answered alike. */
async function batchGet({ documents, tableName }: Store, keys: readonly Key[]) {
  const items: Record<string, unknown>[] = [];
  let left: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let retry = 0; left.length > 0; retry += 1) {
    if (retry > 0) await backOff(retry);
    const request = { RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } };
    const { Responses, UnprocessedKeys } = await documents.send(new BatchGetCommand(request));
    items.push(...(Responses?.[tableName] ?? []));
    left = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
}

/** Works on so many at once, group after group. */
export async function inGroups<T, R>(
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
