import { setTimeout as pause } from "node:timers/promises";
import type { _Record } from "@aws-sdk/client-dynamodb-streams";

/** One record as Lambda hands it over, time in seconds since 1970. */
export type StreamRecord = {
  eventID: string;
  eventName: "INSERT" | "MODIFY" | "REMOVE";
  eventVersion: string;
  eventSource: "aws:dynamodb";
  awsRegion: string;
  eventSourceARN: string;
  dynamodb: Omit<NonNullable<_Record["dynamodb"]>, "ApproximateCreationDateTime" | "SequenceNumber"> & {
    ApproximateCreationDateTime?: number;
    SequenceNumber: string;
  };
};
export type StreamEvent = { Records: StreamRecord[] };
export type BatchResponse = { batchItemFailures: { itemIdentifier: string }[] };
/** A Lambda handler of a stream with partial batch responses. Records come in order and may come twice. */
export type StreamHandler = (event: StreamEvent) => Promise<BatchResponse>;

export type Delivery = {
  handler: StreamHandler;
  /** Tries per record before it is parked. */
  maxAttempts: number;
  /** Before the second try; doubled before each further one. */
  retryDelayMs: number;
  signal: AbortSignal;
  /** Everything up to this sequence number is done with. */
  onDone(sequenceNumber: string): void;
  park(record: StreamRecord, reason: string): void;
};

/** The first failed record. A handler that throws does not name it: then it is the first of the batch. */
type Failure = { at: number; reason: string; isNamed: boolean };

/**
 * Delivers records in order as Lambda does with partial batch responses: a retry starts at the first failed record.
 * A record that fails `maxAttempts` times is parked and the ones after it go on. A handler that throws does not say
 * which record it was, so that batch is delivered one by one. Returns early, between tries, when `signal` aborts.
 */
export async function deliver(records: StreamRecord[], how: Delivery): Promise<void> {
  let rest = records;
  let size = records.length;
  let attempts = 0;
  while (rest.length > 0 && !how.signal.aborted) {
    const batch = rest.slice(0, size);
    const failure = await firstFailure(batch, how.handler);
    const done = failure ? failure.at : batch.length;
    const last = batch[done - 1];
    if (last) how.onDone(last.dynamodb.SequenceNumber);
    attempts = failure ? (last ? 1 : attempts + 1) : 0;
    rest = rest.slice(done);
    if (failure && !failure.isNamed && batch.length > 1) {
      size = 1;
      attempts = 0;
    } else if (failure && attempts >= how.maxAttempts) {
      rest = parkFirst(rest, failure.reason, how);
      attempts = 0;
    } else if (failure) await pause(how.retryDelayMs * 2 ** (attempts - 1), undefined, how).catch(() => {});
  }
}

async function firstFailure(batch: StreamRecord[], handler: StreamHandler): Promise<Failure | undefined> {
  try {
    const failed = (await handler({ Records: batch }))?.batchItemFailures ?? [];
    const numbers = new Set(failed.map(({ itemIdentifier }) => itemIdentifier));
    const at = batch.findIndex((record) => numbers.has(record.dynamodb.SequenceNumber));
    if (at >= 0) return { at, reason: "the handler reported it as failed", isNamed: true };
    if (failed.length === 0) return undefined;
    return { at: 0, reason: "the handler named a record that is not in the batch", isNamed: false };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { at: 0, reason, isNamed: false };
  }
}

function parkFirst(rest: StreamRecord[], reason: string, how: Delivery): StreamRecord[] {
  const [record, ...others] = rest;
  if (record) {
    how.park(record, reason);
    how.onDone(record.dynamodb.SequenceNumber);
  }
  return others;
}
