import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "../src/engine/client.ts";
import type { Key } from "../src/engine/keys.ts";

// biome-ignore lint/suspicious/noExplicitAny: an edit by hand knows no schema
type Edited = any;
/** Members that are stored as their JSON text. */
const texts = ["record", "event", "text", "outcome"];

/** Changes one stored item behind the product's back; what it holds as a text is edited as what the text says. */
export async function editItem(
  { documents, tableName }: Store,
  key: Key,
  how: (item: Edited) => void,
): Promise<void> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
  );
  if (!Item) throw new Error(`nothing at ${key.pk} ${key.sk}`);
  const held = texts.filter((name) => typeof Item[name] === "string");
  for (const name of held) Item[name] = JSON.parse(Item[name]);
  how(Item);
  for (const name of held) if (typeof Item[name] === "object") Item[name] = JSON.stringify(Item[name]);
  await documents.send(new PutCommand({ TableName: tableName, Item }));
}
