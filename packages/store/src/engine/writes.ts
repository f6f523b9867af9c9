import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { ClaimPeriod } from "@dunmiao/domain/claim";
import { type Answer, type KeyUse, keyRowWrite } from "./idempotency.ts";
import { type Key, recordKey } from "./keys.ts";
import type { Kind } from "./kinds.ts";
import type { Sealed } from "./seal.ts";

/** A claim as it shall be; `seen` is the version that was read, 0 when there was none. */
export type ClaimChange = { key: Key; seen: number; periods: readonly ClaimPeriod[] };

/** An item written with the record: plainly, only if absent, or only over the version seen. Nothing is ever deleted. */
export type Beside = { put: Key & Record<string, unknown>; onlyOver?: "nothing" | { version: number } };

/** What goes into the same transaction as the changes. */
export type Extras = {
  claims?: readonly ClaimChange[] | undefined;
  beside?: readonly Beside[] | undefined;
  /** A record that is not written itself and on which the rest stands: nothing is written once it has moved on. */
  stands?: { kind: Kind; id: string; version: number } | undefined;
  key?: (KeyUse & Answer) | undefined;
};

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
/** One item of a transaction and what its failed condition means. */
export type Write = { item: TransactItem } & (
  | { role: "created" | "changed" | "event"; kind: Kind; id: string }
  | { role: "key" }
  | { role: "claim"; pk: string }
  | { role: "beside"; pk: string; sk: string }
);

/** The items of one transaction, in a fixed order: cancellation reasons come back in the same. */
export function writesOf(tableName: string, changes: readonly Sealed[], extras: Extras): Write[] {
  return [
    ...changes.flatMap((change) => changeWrites(tableName, change)),
    ...(extras.claims ?? []).map((claim) => claimWrite(tableName, claim)),
    ...(extras.beside ?? []).map((beside) => besideWrite(tableName, beside)),
    ...(extras.stands ? [standsCheck(tableName, extras.stands)] : []),
    ...(extras.key ? [{ role: "key" as const, item: keyRowWrite(tableName, extras.key) }] : []),
  ];
}

function changeWrites(TableName: string, change: Sealed): Write[] {
  const { kind, seen, record, recordItem, eventItems, digestItem } = change;
  const { id } = record;
  const put = { TableName, Item: recordItem, ...over(seen) };
  return [
    { role: seen === 0 ? "created" : "changed", kind, id, item: { Put: put } },
    ...eventItems.map((Item) => ({
      role: "event" as const,
      kind,
      id,
      item: { Put: { TableName, Item, ...over(0) } },
    })),
    ...(digestItem ? [besideWrite(TableName, { put: digestItem })] : []),
  ];
}

function claimWrite(TableName: string, { key, seen, periods }: ClaimChange): Write {
  const Item = { ...key, version: seen + 1, periods };
  return { role: "claim", pk: key.pk, item: { Put: { TableName, Item, ...over(seen) } } };
}

function besideWrite(TableName: string, { put, onlyOver }: Beside): Write {
  const condition = onlyOver === undefined ? {} : over(onlyOver === "nothing" ? 0 : onlyOver.version);
  return { role: "beside", pk: put.pk, sk: put.sk, item: { Put: { TableName, Item: put, ...condition } } };
}

function standsCheck(TableName: string, { kind, id, version }: NonNullable<Extras["stands"]>): Write {
  const check = { TableName, Key: recordKey(kind, id), ...over(version) };
  return { role: "changed", kind, id, item: { ConditionCheck: check } };
}

/** Condition of a Put: over nothing (version 0), or over exactly that version. */
function over(version: number) {
  const onFailure = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
  if (version === 0) return { ConditionExpression: "attribute_not_exists(pk)", ...onFailure };
  return {
    ConditionExpression: "#version = :seen",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":seen": version },
    ...onFailure,
  };
}
