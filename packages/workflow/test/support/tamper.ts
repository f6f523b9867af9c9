import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { recordKey } from "@dunmiao/store/keys";
import type { Kind } from "@dunmiao/store/kinds";
import type { World } from "./world.ts";

/** Edits the stored item of a record behind the product's back. */
export async function tamper(
  { store }: World,
  of: { kind: Kind; id: string },
  edit: (item: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const where = { TableName: store.tableName };
  const key = { ...where, Key: recordKey(of.kind, of.id), ConsistentRead: true };
  const { Item } = await store.documents.send(new GetCommand(key));
  if (!Item) throw new Error(`no ${of.kind} ${of.id}`);
  await store.documents.send(new PutCommand({ ...where, Item: edit(Item) }));
}

/** A record whose schema no longer holds: a status that nobody knows. */
export function breakRecord(world: World, id: string): Promise<void> {
  return tamper(world, { kind: "secondment", id }, (item) => ({
    ...item,
    record: { ...(item.record as object), status: "gone-fishing" },
  }));
}
