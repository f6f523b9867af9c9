import * as z from "zod";
import type { Store } from "./client.ts";

/**
 * Requests by command (`GetItem`, `Query`, `TransactWriteItems`, …), retries of the SDK included, and capacity units
 * in all and by command.
 */
export type RequestCount = {
  requests: Record<string, number>;
  capacityUnits: number;
  unitsByCommand: Record<string, number>;
};

const consumedSchema = z.object({ CapacityUnits: z.number().default(0) });
const answerSchema = z.object({
  ConsumedCapacity: z.union([consumedSchema.transform((one) => [one]), z.array(consumedSchema)]).default([]),
});

/**
 * Counts what this store's client sends from now on; `stop` ends it. One counter per store at a time.
 * With `withCapacity` every request also asks for its consumed capacity; read and write units are added up.
 */
export function countRequests(store: Store, { withCapacity = false } = {}): RequestCount & { stop(): void } {
  const count: RequestCount = { requests: {}, capacityUnits: 0, unitsByCommand: {} };
  const stack = store.documents.middlewareStack;
  // "deserialize" lies inside the SDK's own retries: every attempt is seen.
  stack.add(
    (next, context) => (args) => {
      const name = commandOf(context);
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
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      const { ConsumedCapacity } = answerSchema.parse(answer.output);
      const units = ConsumedCapacity.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      const name = commandOf(context);
      count.capacityUnits += units;
      count.unitsByCommand[name] = (count.unitsByCommand[name] ?? 0) + units;
      return answer;
    },
    { step: "initialize", name: "addUpCapacity" },
  );
}

function commandOf({ commandName }: { commandName?: string }): string {
  return commandName?.replace(/Command$/, "") ?? "unknown";
}
