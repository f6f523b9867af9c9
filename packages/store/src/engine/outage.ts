/** The engine cannot be reached, or broke off: nothing is wrong with what was asked, and the same request may work later. */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}

/** The engine has no room left to write; reading goes on. */
export class StoreFullError extends Error {
  override readonly name = "StoreFullError";
}

/** Names under which an outage arrives where only the name is left (ASL, a stored execution). */
export const outageNames = ["StoreUnavailableError", "StoreFullError"];

export type Outage = "store-unavailable" | "store-full";

const connectionCodes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
];
const passingNames = [
  "StoreUnavailableError",
  "InternalServerError",
  "InternalFailure",
  "ServiceUnavailable",
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
];
/** How SQLite under a local engine says that a write found no room, or no file that may grow. */
const noRoom = /database or disk is full|disk I\/O error/;

/** What the SDK threw, under a name that says so when it was a broken connection or a full disk. */
export function nameOutage(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  if (noRoom.test(`${thrown.message} ${reasonsOf(thrown)}`))
    return new StoreFullError(thrown.message, { cause: thrown });
  const code = "code" in thrown ? String(thrown.code) : "";
  const isBroken =
    connectionCodes.includes(code) || thrown.name === "TimeoutError" || thrown.message === "socket hang up";
  return isBroken ? new StoreUnavailableError(thrown.message || code, { cause: thrown }) : thrown;
}

/** What a cancelled transaction says of its parts. */
function reasonsOf(thrown: Error): string {
  return "CancellationReasons" in thrown ? JSON.stringify(thrown.CancellationReasons) : "";
}

/** Whether an error means that the store cannot serve just now, and why; undefined for every other error. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "StoreFullError") return "store-full";
  return passingNames.includes(error.name) ? "store-unavailable" : undefined;
}
