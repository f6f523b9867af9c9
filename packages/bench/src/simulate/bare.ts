import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/engine/client";
import { inParallel } from "./year.ts";

type Items = Record<string, unknown>[];
const everyNth = 10;

/** Keeps the items of some of the transactions that a store sends from now on; `take` hands them over and forgets them. */
export function sampleTransactions({ documents }: Store): { take(): Items[]; stop(): void } {
  let samples: Items[] = [];
  let seen = 0;
  documents.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === "TransactWriteItemsCommand" || commandName === "TransactWriteCommand") {
          seen += 1;
          if (seen % everyNth === 1) samples.push(itemsOf(args.input));
        }
        return next(args);
      },
    { step: "initialize", name: "sampleTransactions" },
  );
  const take = () => {
    const taken = samples;
    samples = [];
    return taken;
  };
  return { take, stop: () => documents.middlewareStack.remove("sampleTransactions") };
}

function itemsOf(input: object): Items {
  const { TransactItems = [] }: Partial<TransactWriteCommandInput> = input;
  return TransactItems.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []));
}

/**
 * So many reads and transactions alone, with items of the size that the run wrote, as many at once as the run had;
 * answers the seconds. Reads and writes alternate, for a run mixes them too.
 */
export async function bareSeconds(
  { documents, tableName: TableName }: Store,
  samples: readonly Items[],
  counts: { gets: number; transactions: number },
): Promise<number> {
  if (samples.length === 0) return 0;
  const write = (n: number) => {
    const items = samples[n % samples.length] ?? [];
    // Records are written over, events are new each time.
    const TransactItems = items.map((item) => ({
      Put: { TableName, Item: isEvent(item) ? fresh(item, n) : item },
    }));
    return documents.send(new TransactWriteCommand({ TransactItems }));
  };
  const read = (n: number) => {
    const [item] = samples[n % samples.length] ?? [];
    const Key = { pk: item?.pk, sk: item?.sk };
    return documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  };
  for (const n of samples.keys()) await write(n);
  const from = performance.now();
  await inParallel(plan(counts), async ({ n, isWrite }) => {
    await (isWrite ? write(n) : read(n));
  });
  return (performance.now() - from) / 1000;
}

function* plan({ gets, transactions }: { gets: number; transactions: number }) {
  const all = gets + transactions;
  for (let n = 0, written = 0; n < all; n += 1) {
    const isWrite = Math.floor(((n + 1) * transactions) / all) > written;
    if (isWrite) written += 1;
    yield { n: isWrite ? written : n, isWrite };
  }
}

function isEvent({ sk }: Record<string, unknown>): boolean {
  return String(sk).startsWith("EVENT#");
}

function fresh(item: Record<string, unknown>, n: number): Record<string, unknown> {
  return { ...item, sk: `${String(item.sk)}-${n}` };
}
