import { leafSchema } from "@dunmiao/domain/audit/leaf";
import * as z from "zod";
import type { Store } from "../engine/client.ts";
import { kinds } from "../engine/kinds.ts";
import { loadItem } from "../engine/record.ts";
import { treeKey } from "../engine/treeKeys.ts";

/**
 * How far the closing of days has come: the tree, the day (YYYY-MM-DD) that is being closed, the record after which it
 * goes on, whether all of the day is in and the head is still to be signed, and how many changes each of the last days
 * had when it was closed, by which one that came late is noticed.
 */
const treeStateSchema = z.object({
  version: z.int(),
  tree: z.object({ size: z.int(), frontier: z.array(z.string()).readonly(), sm3: z.string() }),
  day: z.iso.date(),
  after: z.object({ kind: z.enum(kinds), id: z.string() }).optional(),
  isWhole: z.boolean(),
  counted: z.array(z.object({ day: z.iso.date(), changes: z.int() })),
});
export type TreeState = z.infer<typeof treeStateSchema>;

/** Undefined until the first day is closed. One GetItem. */
export function loadTreeState(store: Store): Promise<TreeState | undefined> {
  return loadItem(store, treeKey, treeStateSchema);
}

/** The Put of a state over the one that was read. */
export function stateWrite({ tableName }: Store, state: TreeState, seen: number) {
  const Item = { ...treeKey, ...state, version: seen + 1 };
  const over =
    seen === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "#version = :seen",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":seen": seen },
        };
  return { Put: { TableName: tableName, Item, ...over } };
}

/** Leaves that were appended together. */
export const leavesSchema = z.object({ first: z.int(), leaves: z.array(leafSchema) });
