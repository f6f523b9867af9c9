import { ScanCommand, type ScanCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/engine/client";
import * as z from "zod";

const keyedSchema = z.looseObject({ pk: z.string(), sk: z.string() });
export type Keyed = z.infer<typeof keyedSchema>;

/** Every item of the table that a filter lets through, page by page. */
export async function* scanTable(
  { documents, tableName }: Store,
  what: Pick<ScanCommandInput, "FilterExpression" | "ExpressionAttributeValues" | "ProjectionExpression">,
): AsyncGenerator<Keyed> {
  let start: ScanCommandInput["ExclusiveStartKey"];
  do {
    const page = await documents.send(
      new ScanCommand({ TableName: tableName, ...what, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    for (const item of page.Items ?? []) yield keyedSchema.parse(item);
    start = page.LastEvaluatedKey;
  } while (start);
}
