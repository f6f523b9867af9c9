import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Key } from "@dunmiao/store/engine/keys";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { stationOf, type World } from "../../workflow/test/support/world.ts";

/** Hands on the table of the world that is open, past every rule; `save` is the one act that keeps them. */
export function liveTable(world: () => World) {
  const table = () => ({ TableName: world().store.tableName });
  const documents = () => world().store.documents;
  const put = (Item: object) => documents().send(new PutCommand({ ...table(), Item: { ...Item } }));
  const remove = (Key: Key) => documents().send(new DeleteCommand({ ...table(), Key }));
  async function read(Key: Key) {
    const { Item } = await documents().send(new GetCommand({ ...table(), Key }));
    if (!Item) throw new Error(`no ${Key.pk} ${Key.sk}`);
    return Item;
  }
  /** All items of a partition. */
  async function itemsOf(pk: string) {
    const { Items = [] } = await documents().send(
      new QueryCommand({
        ...table(),
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
      }),
    );
    return Items;
  }
  async function removeAll(pk: string, prefix = ""): Promise<void> {
    for (const { sk } of await itemsOf(pk)) if (String(sk).startsWith(prefix)) await remove({ pk, sk });
  }
  /** The unit of a number under a name. */
  async function save(n: number, name: string): Promise<void> {
    const { parent: _, ...unit } = { ...stationOf(n), kind: "office" as const, name };
    const saved = await saveUnit(world().acting(), unit);
    if (saved.outcome === "refused") throw new Error(JSON.stringify(saved));
  }
  return { put, remove, removeAll, read, itemsOf, save };
}
