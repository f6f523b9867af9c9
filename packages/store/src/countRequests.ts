import * as z from "zod";
import type { Store } from "./client.ts";

/** Requests by command (`GetItem`, `Query`, `TransactWriteItems`, …), retries of the SDK included, and capacity units. */
export type RequestCount = { requests: Record<string, number>; capacityUnits: number };

const consumedSchema = z.object({ CapacityUnits: z.number().default(0) });
const answerSchema = z.object({
  ConsumedCapacity: z.union([consumedSchema.transform((one) => [one]), z.array(consumedSchema)]).default([]),
});

/**
 * Counts what this store's client sends from now on; `stop` ends it. One counter per store at a time.
 * With `withCapacity` every request also asks for its consumed capacity; read and write units are added up.
 */
export function countRequests(store: Store, { withCapacity = false } = {}): RequestCount & { stop(): void } {
  const count: RequestCount = { requests: {}, capacityUnits: 0 };
  const stack = store.documents.middlewareStack;
  // "deserialize" lies inside the SDK's own retries: every attempt is seen.
  stack.add(
    (next, context) => (args) => {
      const name = context.commandName?.replace(/Command$/, "") ?? "unknown";
      count.requests[name] = (count.requests[name] ?? 0) + 1;
      return next(args);
    },
    { step: "deserialize", name: "countRequests" },
  );
  if (withCapacity) addUpCapacity(store, count);
  const stop = () => {
    stack.remove("countRequests");
    stack.remove("addUpCapacity");
  };
  return Object.assign(count, { stop });
}

function addUpCapacity(store: Store, count: RequestCount): void {
  store.documents.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      const { ConsumedCapacity } = answerSchema.parse(answer.output);
      for (const { CapacityUnits } of ConsumedCapacity) count.capacityUnits += CapacityUnits;
      return answer;
    },
    { step: "initialize", name: "addUpCapacity" },
  );
}
