/** Every attribute that a key or an index uses; all are strings. */
export const keyAttributes = [
  "pk",
  "sk",
  "dueKind",
  "dueAt",
  "cohortId",
  "serviceNumber",
  "hostBranch",
  "hostSort",
  "sendingUnit",
  "sendingSort",
  "officer",
  "termFrom",
  "directory",
  "directorySort",
] as const;
export type KeyAttribute = (typeof keyAttributes)[number];

/** Indexes by the question that they answer; sparse: an item without both attributes is not in them. */
export const tableIndexes = {
  byDue: { hash: "dueKind", range: "dueAt" },
  byCohort: { hash: "cohortId", range: "serviceNumber" },
  byHost: { hash: "hostBranch", range: "hostSort" },
  bySending: { hash: "sendingUnit", range: "sendingSort" },
  byOfficer: { hash: "officer", range: "termFrom" },
  byKind: { hash: "directory", range: "directorySort" },
} as const satisfies Record<string, { hash: KeyAttribute; range: KeyAttribute }>;
export type IndexName = keyof typeof tableIndexes;

/**
 * What an index row holds beside its keys. `version` is there because the sweep names an execution after it;
 * rows stay near 400 bytes because lists read thousands of them.
 */
export const projectedAttributes = ["kind", "summary", "version"] as const;

/** The one table, as plain data: the AWS stack and `createTable` both read it. */
export const table = {
  hashKey: "pk",
  rangeKey: "sk",
  streamView: "NEW_IMAGE",
  /** Seconds since 1970, on idempotency keys, sessions and messages only. */
  expiryAttribute: "expiresAt",
  billing: "PAY_PER_REQUEST",
} as const;
