import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { calendarRecordSchema } from "@dunmiao/domain/notice";
import type { Store } from "./engine/client.ts";
import { calendarKey } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import type { StoredCalendar } from "./grownCalendar.ts";

const calendarInForce = { kind: "calendar", id: "in-force" } as const;

/** The confirmed notices over the shipped ones: one consistent GetItem; version 0 when none was ever confirmed. */
export async function loadStoredCalendar(store: Store): Promise<StoredCalendar> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: calendarKey, ConsistentRead: true }),
  );
  return Item
    ? parseStored(calendarRecordSchema, Item, "calendar", calendarInForce)
    : { version: 0, notices: [] };
}
