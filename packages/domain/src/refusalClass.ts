/** What kind of "no" a refusal is; the web answers each class with one HTTP status. */
export type RefusalClass =
  /** What was written breaks a rule. */
  | "invalid"
  /** It was right once, or may be later: the record is in another state. */
  | "conflict"
  /** Somebody else may. */
  | "forbidden"
  /** There is no such thing. */
  | "missing"
  /** More than is read. */
  | "too-large"
  /** Not readable as what it says it is. */
  | "malformed"
  | "not-signed-in"
  /** Asked more often than one person may within some minutes: `params.minutes` says when again. */
  | "too-often"
  /** Our own fault. */
  | "broken"
  /** The store does not serve now. */
  | "unavailable";

/** The refusal codes of a noun, each with its class. */
export type RefusalTable = Readonly<Record<string, RefusalClass>>;
