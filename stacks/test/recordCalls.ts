import { openStore, type Store } from "@dunmiao/store/client";
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
      else needed.add(IndexName ? `${command} ${IndexName}` : command);
      return next(args);
    },
    { step: "initialize", name: "recordCalls" },
  );
  return store;
}

function rightOf(item: Record<string, unknown>): string[] {
  const actions: Record<string, string> = {
    Put: "PutItem",
    ConditionCheck: "ConditionCheckItem",
    Update: "UpdateItem",
    Delete: "DeleteItem",
  };
  return Object.keys(item).map((kind) => actions[kind] ?? kind);
}
