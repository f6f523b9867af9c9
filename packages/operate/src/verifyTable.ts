import { ScanCommand, type ScanCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Store } from "@dunmiao/store/client";
import { recordOf, recordSort } from "@dunmiao/store/keys";
import type { Kind } from "@dunmiao/store/kinds";
import { verifyRecord } from "@dunmiao/store/verify";

type Of = { kind: Kind; id: string };
/** How many records of which kind were checked, and what is wrong with the others. */
export type Verified = { checked: number; faults: (Of & { version: number; fault: string })[] };

/**
 * Replays the event chain of every record of a table and compares it with the live record: after a restore, or
 * whenever somebody doubts. It reads everything: a Scan, which no role of the product may do.
 */
export async function verifyTable(
  store: Store,
  onProgress: (checked: number) => void = () => {},
): Promise<Verified> {
  const verified: Verified = { checked: 0, faults: [] };
  for await (const of of recordsOf(store)) {
    for (const { version, fault } of (await verifyRecord(store, of)) ?? [])
      verified.faults.push({ ...of, version, fault });
    verified.checked += 1;
    if (verified.checked % 1_000 === 0) onProgress(verified.checked);
  }
  return verified;
}

/** Every record once, also one of which only events are left. */
async function* recordsOf({ documents, tableName }: Store): AsyncGenerator<Of> {
  let start: ScanCommandInput["ExclusiveStartKey"];
  const seen = new Set<string>();
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: tableName,
        ProjectionExpression: "pk, sk",
        FilterExpression: "sk = :record OR begins_with(sk, :event)",
        ExpressionAttributeValues: { ":record": recordSort, ":event": "EVENT#" },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    for (const { pk } of page.Items ?? []) {
      const of = recordOf(String(pk));
      if (!of || seen.has(String(pk))) continue;
      seen.add(String(pk));
      yield of;
    }
    start = page.LastEvaluatedKey;
  } while (start);
}
