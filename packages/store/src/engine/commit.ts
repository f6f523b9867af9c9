import { randomUUID } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Event } from "@dunmiao/domain/event";
import type { Store } from "./client.ts";
import { type KeyResult, parseKeyRow } from "./idempotency.ts";
import type { Kind, Recorded } from "./kinds.ts";
import { backOff, maxRetries } from "./retry.ts";
import { type Sealable, type Sealed, type Stamp, seal } from "./seal.ts";
import { openRecord } from "./storedText.ts";
import { type Extras, type Write, writesOf } from "./writes.ts";

/** Why nothing was written; `key-used` wins over every other reason. */
export type NotWritten =
  | { outcome: "key-used"; used: KeyResult }
  | { outcome: "exists"; kind: Kind; id: string; record: unknown }
  | { outcome: "conflict"; kind: Kind; id: string }
  | { outcome: "claim-conflict"; pk: string }
  | { outcome: "beside-conflict"; pk: string; sk: string };
export type CommitOutcome<R extends Recorded> =
  | { outcome: "committed"; record: R; event: Event }
  | NotWritten;

/**
 * Writes one change as one transaction: the record if it is still the `before` that was read, its event, and the
 * extras. Throws on outages and on a chain that is longer than its record.
 */
export async function commit<R extends Recorded>(
  store: Store,
  change: Sealable<R>,
  stamp: Stamp,
  extras: Extras = {},
): Promise<CommitOutcome<R>> {
  const sealed = seal(change, stamp);
  const written = await commitAll(store, [sealed], extras);
  if (written.outcome !== "committed") return written;
  return { outcome: "committed", record: sealed.record, event: sealed.event };
}

/** Writes several sealed changes and the extras as one transaction (at most 100 items): all of it or nothing. */
export async function commitAll(
  store: Store,
  changes: readonly Sealed[],
  extras: Extras = {},
): Promise<{ outcome: "committed" } | NotWritten> {
  const writes = writesOf(store.tableName, changes, extras);
  const reasons = await transact(store, writes);
  if (!reasons) return { outcome: "committed" };
  const answers = writes.flatMap((write, index) => {
    const reason = reasons[index];
    return reason?.Code === conditionFailed ? notWritten(write, reason.Item && unmarshall(reason.Item)) : [];
  });
  const worst = answers.toSorted((one, other) => rank(one) - rank(other))[0];
  // The records still stood as they were read, yet an event after one of them exists.
  if (!worst) throw new Error(`a chain is longer than its record: ${changes.map(nameOf).join(", ")}`);
  return worst;
}

function nameOf({ kind, record }: Sealed): string {
  return `${kind} ${record.id}`;
}

const conditionFailed = "ConditionalCheckFailed";
type Reasons = NonNullable<TransactionCanceledException["CancellationReasons"]>;
const busy = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

/** Sends the transaction; answers undefined when it was written, else the reasons if a condition failed. */
async function transact(store: Store, writes: readonly Write[]): Promise<Reasons | undefined> {
  // One token for all attempts: an attempt whose answer was lost is not written twice.
  const request = { ClientRequestToken: randomUUID(), TransactItems: writes.map(({ item }) => item) };
  for (let retry = 1; ; retry += 1) {
    try {
      await store.documents.send(new TransactWriteCommand(request));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      if (reasons.some(({ Code }) => Code === conditionFailed)) return reasons;
      if (retry > maxRetries || !reasons.some(({ Code }) => Code && busy.includes(Code))) throw error;
      await backOff(retry);
    }
  }
}

function notWritten(write: Write, old: Record<string, unknown> | undefined): NotWritten | [] {
  switch (write.role) {
    case "key":
      return { outcome: "key-used", used: parseKeyRow(old) };
    case "created":
      return { outcome: "exists", kind: write.kind, id: write.id, record: old && openRecord(old).record };
    case "changed":
      return { outcome: "conflict", kind: write.kind, id: write.id };
    case "event":
      // Says nothing more than its record, which fails with it.
      return [];
    case "claim":
      return { outcome: "claim-conflict", pk: write.pk };
    case "beside":
      return { outcome: "beside-conflict", pk: write.pk, sk: write.sk };
  }
}

const order = ["key-used", "exists", "conflict", "claim-conflict", "beside-conflict"];
function rank({ outcome }: NotWritten): number {
  return order.indexOf(outcome);
}
