import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/engine/client";
import { recordKey } from "@dunmiao/store/engine/keys";
import { projectedAttributes, table, tableIndexes } from "@dunmiao/store/engine/table";
import { itemBytes } from "./itemSize.ts";
import { cohortNumber, liveCohort, today } from "./people.ts";
import type { Figure } from "./report.ts";

/** Size of the records at the end of the year and of every index row of the demo cohort, as DynamoDB sizes items. */
export async function sizeSection(store: Store, ids: readonly string[]): Promise<Figure[]> {
  const items = await Promise.all(ids.map((id) => itemOf(store, id)));
  const bytes = items.map(itemBytes);
  const rows = [...items, ...liveCohort(cohortNumber(1), today).map(({ recordItem }) => recordItem)].flatMap(
    indexRows,
  );
  const rowBytes = rows.map(itemBytes);
  return [
    {
      what: "record after a full year, largest",
      value: Math.max(...bytes),
      unit: "B",
      target: { atMost: 19_999 },
    },
    { what: "record after a full year, mean", value: mean(bytes), unit: "B" },
    {
      what: `index row, largest of ${rows.length}`,
      value: Math.max(...rowBytes),
      unit: "B",
      target: { atMost: 400 },
    },
    { what: "index row, mean", value: mean(rowBytes), unit: "B" },
  ];
}

async function itemOf(store: Store, id: string): Promise<Record<string, unknown>> {
  const Key = recordKey("secondment", id);
  const { Item } = await store.documents.send(new GetCommand({ TableName: store.tableName, Key }));
  if (!Item) throw new Error(`no secondment ${id}`);
  return Item;
}

/** The rows that an item has in the indexes: keys of the table and of the index, and what is projected. */
export function indexRows(item: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  return Object.values(tableIndexes)
    .filter(({ hash, range }) => item[hash] !== undefined && item[range] !== undefined)
    .map(({ hash, range }) => {
      const names = [table.hashKey, table.rangeKey, hash, range, ...projectedAttributes];
      return Object.fromEntries(names.map((name) => [name, item[name]]));
    });
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, each) => sum + each, 0) / values.length);
}
