import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { loadItem } from "./engine/record.ts";
import { untilSettled } from "./engine/retry.ts";
import { triesKey } from "./engine/signInKeys.ts";

const triesSchema = z.object({
  version: z.int().positive(),
  count: z.int().nonnegative(),
  /** Seconds; of a use the end of its minutes. */
  blockedUntil: z.int(),
});
type Tries = z.infer<typeof triesSchema>;

const longestBlockMinutes = 60;
const forgottenAfterSeconds = 24 * 3600;

/** Somebody who tries: `name` is an account or an address, `free` how often they may fail before they wait. */
export type Trier = { readonly name: string; readonly free: number };

/**
 * Counts a try before it is known how it ends, so that many at once are as many: undefined where it may go on, else the
 * seconds to wait. After `free` failures one minute, then two, four, up to an hour; a day without any forgets them.
 */
export async function countTry(store: Store, trier: Trier, now = new Date()): Promise<number | undefined> {
  const seconds = secondsOf(now);
  const attempt = async () => {
    const { known, seen } = await load(store, trier, seconds);
    if (known.blockedUntil > seconds) return { wait: known.blockedUntil - seconds };
    const count = known.count + 1;
    const minutes = count < trier.free ? 0 : Math.min(2 ** (count - trier.free), longestBlockMinutes);
    const next = { count, blockedUntil: seconds + minutes * 60 };
    return (await put(store, trier, { seen, next })) ? { wait: undefined } : undefined;
  };
  const { settled = { wait: 1 } } = await untilSettled(attempt);
  return settled.wait;
}

/** Takes back what a try that went well was counted as: `all` failures before it, or only itself. */
export async function forgive(store: Store, trier: Trier, what: "all" | "one", now = new Date()) {
  const seconds = secondsOf(now);
  await untilSettled(async () => {
    const { known, seen } = await load(store, trier, seconds);
    const count = what === "all" ? 0 : Math.max(0, known.count - 1);
    const blockedUntil = count < trier.free ? seconds : known.blockedUntil;
    return (await put(store, trier, { seen, next: { count, blockedUntil } })) || undefined;
  });
}

/** Somebody who uses something that costs much: `name` is who and what, `uses` how often they may within `minutes`. */
export type Use = { readonly name: string; readonly uses: number; readonly minutes: number };

/**
 * Counts a use in a row that every server shares: undefined where it may go on, else the seconds to wait. The minutes run
 * from the first use; what waits is not counted. One GetItem and one PutItem, of which a lost race costs both again.
 */
export async function countUse(store: Store, use: Use, now = new Date()): Promise<number | undefined> {
  const seconds = secondsOf(now);
  const attempt = async () => {
    const { known, seen } = await load(store, use, seconds);
    const isOver = known.blockedUntil <= seconds;
    if (!isOver && known.count >= use.uses) return { wait: known.blockedUntil - seconds };
    const next = isOver
      ? { count: 1, blockedUntil: seconds + use.minutes * 60 }
      : { count: known.count + 1, blockedUntil: known.blockedUntil };
    return (await put(store, use, { seen, next })) ? { wait: undefined } : undefined;
  };
  const { settled = { wait: 1 } } = await untilSettled(attempt);
  return settled.wait;
}

async function load(store: Store, { name }: Pick<Trier, "name">, seconds: number) {
  const stored = await loadItem(store, triesKey(name), triesSchema);
  const seen = stored?.version ?? 0;
  const isForgotten = !stored || seconds > stored.blockedUntil + forgottenAfterSeconds;
  const known: Tries = isForgotten ? { version: seen, count: 0, blockedUntil: 0 } : stored;
  return { known, seen };
}

async function put(
  { documents, tableName }: Store,
  { name }: Pick<Trier, "name">,
  { seen, next }: { seen: number; next: Omit<Tries, "version"> },
): Promise<boolean> {
  const Item = {
    ...triesKey(name),
    ...next,
    version: seen + 1,
    expiresAt: next.blockedUntil + forgottenAfterSeconds,
  };
  const condition =
    seen === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "#version = :seen",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":seen": seen },
        };
  try {
    await documents.send(new PutCommand({ TableName: tableName, Item, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
