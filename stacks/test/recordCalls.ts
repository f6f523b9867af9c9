import { openStore, type Store } from "@dunmiao/store/engine/client";
import * as z from "zod";

const inputSchema = z.object({
  IndexName: z.string().optional(),
  TransactItems: z.array(z.record(z.string(), z.unknown())).optional(),
});

/**
 * A second client on the same table that writes down which right each of its calls needs: the action, and the index
 * where one is read. A transaction needs the rights of its items; there is none for the transaction itself.
 */
export function recordingStore(tableName: string, needed: Set<string>): Store {
  const store = openStore({ tableName });
  store.documents.middlewareStack.add(
    (next, context) => (args) => {
      const { IndexName, TransactItems } = inputSchema.parse(args.input);
      const command = String(context.commandName).replace(/Command$/, "");
      if (TransactItems) for (const right of TransactItems.flatMap(rightOf)) needed.add(right);
      else if (command === "PutItem" && isEventPut(args.input)) needed.add("put an event alone");
      else needed.add(IndexName ? `${command} ${IndexName}` : command);
      return next(args);
    },
    { step: "initialize", name: "recordCalls" },
  );
  return store;
}

/** Events are put with their record, in one transaction, and in no other way. */
function isEventPut(input: unknown): boolean {
  return putSchema.safeParse(input).data?.Item.sk.startsWith("EVENT#") ?? false;
}

const actions: Readonly<Record<string, string>> = {
  Put: "PutItem",
  ConditionCheck: "ConditionCheckItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
};
const putSchema = z.object({
  Item: z.object({ sk: z.string() }),
  ConditionExpression: z.string().optional(),
});

/** An event that could replace another one would need a right that nobody has: it fails the comparison. */
function rightOf(item: Record<string, unknown>): string[] {
  const put = putSchema.safeParse(item.Put).data;
  const isEvent = put?.Item.sk.startsWith("EVENT#") ?? false;
  if (isEvent && put?.ConditionExpression !== "attribute_not_exists(pk)") return ["replace an event"];
  return Object.keys(item).map((kind) => actions[kind] ?? kind);
}
