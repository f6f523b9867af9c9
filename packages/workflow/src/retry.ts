/** Somebody else kept changing the record; the next attempt may get in. */
export class RecordBusyError extends Error {
  override readonly name = "RecordBusyError";
}

/** The record that an execution was started for does not exist. */
export class RecordMissingError extends Error {
  override readonly name = "RecordMissingError";
}

/** A progress that does not come to rest: something keeps undoing what it does. */
export class TooManyTurnsError extends Error {
  override readonly name = "TooManyTurnsError";
}

/** Outages that pass; bound by name, so that a bug is never retried. */
const passing = [
  "RecordBusyError",
  "TransactionCanceledException",
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "InternalServerError",
  "ServiceUnavailable",
  "TimeoutError",
  "Lambda.ServiceException",
  "Lambda.TooManyRequestsException",
  "Lambda.SdkClientException",
];

/** Finite retries, then the catch. */
export const retry = [{ ErrorEquals: passing, IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 2 }];

/** Whatever else happens is put before a person; the flagging itself cannot fail the execution. */
export const catchAll = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "Flag for a person" }];
