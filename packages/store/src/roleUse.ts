import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { parseStored } from "./engine/parseStored.ts";
import { roleUseKey, roleUsePartition } from "./engine/signInKeys.ts";

const rowSchema = z.object({ sk: z.string(), on: z.iso.date() });

/** Notes the day on which somebody begins to act in a role: the last one only, no count. One Put. */
export async function noteRoleUse(
  { documents, tableName }: Store,
  { account, assignment, on }: { account: string; assignment: string; on: string },
): Promise<void> {
  await documents.send(
    new PutCommand({ TableName: tableName, Item: { ...roleUseKey(account, assignment), on } }),
  );
}

/** By role of an account, the day on which somebody last began to act in it. One Query. */
export async function loadRoleUse(
  { documents, tableName }: Store,
  account: string,
): Promise<ReadonlyMap<string, string>> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": roleUsePartition(account) },
    }),
  );
  const rows = Items.map((item) => parseStored(rowSchema, item, `role use ${account}`));
  return new Map(rows.map(({ sk, on }) => [sk, on]));
}
