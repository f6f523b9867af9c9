import { outageNames } from "@dunmiao/store/engine/outage";

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

/** A change that the store refused: `not-found` stays so, anything else is worth another attempt. */
export function refusedChange(what: string, code: string | undefined): Error {
  return code === "not-found"
    ? new RecordMissingError(`no ${what}`)
    : new RecordBusyError(`${what}: ${code}`);
}

/** Outages that pass; bound by name, so that a bug is never retried. */
const passing = [
  ...outageNames,
  "RecordBusyError",
  "TransactionCanceledException",
  "TransactionConflictException",
  "TransactionInProgressException",
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ExecutionLimitExceeded",
  "InternalServerError",
  "InternalFailure",
  "ServiceUnavailable",
  "TimeoutError",
  "Sandbox.Timedout",
  "Lambda.Unknown",
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.TooManyRequestsException",
  "Lambda.SdkClientException",
];

/** Whether the same attempt may succeed later. */
export function isPassing(error: unknown): boolean {
  return error instanceof Error && passing.includes(error.name);
}

/** Finite retries, then the catch. */
export const retry = [{ ErrorEquals: passing, IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 2 }];

/** Where an execution ends that an outage outlasted. */
export const outageState = "Store unavailable";

/**
 * Whatever else happens is put before a person; the flagging itself cannot fail the execution. An outage that outlasts
 * the retries is no matter of the record: the execution fails, so that the same work may be started again.
 */
export const catchAll = [
  { ErrorEquals: outageNames, ResultPath: "$.failure", Next: outageState },
  { ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "Flag for a person" },
];

/** The end of an execution that the store was not there for. */
export const outageStates = {
  [outageState]: { Type: "Fail", Error: "StoreUnavailableError", Cause: "The store could not serve." },
};
