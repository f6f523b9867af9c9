import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { partitionOf } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import { donePageKey, donePagePrefix } from "./engine/treeKeys.ts";
import { readBeside } from "./verify/verify.ts";

/** A page of an export that was written: under which name its pieces lie, what they hold, where the next page begins. */
export const exportPageSchema = z.object({
  page: z.int(),
  name: z.string(),
  records: z.int(),
  events: z.int(),
  /** The last key that was read of the table; none after the last page. */
  after: z.object({ pk: z.string(), sk: z.string() }).optional(),
  /** The partition that was written last. */
  last: z.string().optional(),
  isLast: z.boolean(),
});
export type ExportPage = z.infer<typeof exportPageSchema>;

/** The pages that are written, in their order. One Query. */
export async function exportPages(store: Store, id: string): Promise<ExportPage[]> {
  const items = await readBeside(store, partitionOf("audit-export", id), donePagePrefix);
  return items.map((item) => parseStored(exportPageSchema, item, `page of export ${id}`));
}

/** Makes a page count; false where another delivery of the same page was first. */
export async function keepExportPage(store: Store, id: string, page: ExportPage): Promise<boolean> {
  const Item = { ...donePageKey(id, page.page), ...page };
  const request = { TableName: store.tableName, Item, ConditionExpression: "attribute_not_exists(pk)" };
  try {
    await store.documents.send(new PutCommand(request));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
}
