import type { IndexName } from "@dunmiao/store/engine/table";
import type { MachineName } from "@dunmiao/workflow/deps";

type TableAction = "GetItem" | "BatchGetItem" | "Query" | "Scan" | "PutItem" | "ConditionCheckItem";
/** What a function may do on the table itself, which indexes it may query, which machines it may start. */
export type Grant = {
  readonly table?: readonly TableAction[];
  readonly indexes?: readonly IndexName[];
  readonly starts?: readonly MachineName[];
};

const dueMachines = ["progress", "import-cohort", "recount-calendar", "export-audit"] as const;

/**
 * The rights of every function, as plain data: the roles are made from it, and the tests hold it equal to the calls
 * that the functions really make. Nothing updates or deletes, and only the writing of exports scans: it takes everything.
 */
export const grants = {
  site: {
    table: ["GetItem", "BatchGetItem", "Query", "PutItem"],
    indexes: ["byCohort", "byHost", "bySending", "byOfficer", "byKind", "byDue"],
  },
  onEvent: { starts: dueMachines },
  flagFailedRecords: { table: ["PutItem"] },
  decide: { table: ["GetItem"] },
  takeStep: { table: ["GetItem", "PutItem"] },
  flag: { table: ["PutItem"] },
  fixDay: {},
  listDue: { indexes: ["byDue"] },
  startProgress: { starts: [...dueMachines, "close-day", "verify-records"] },
  continueSweep: { starts: ["daily-sweep"] },
  importChunk: { table: ["GetItem", "BatchGetItem", "Query", "PutItem"], indexes: ["byKind", "byCohort"] },
  finishImport: { table: ["GetItem", "Query", "PutItem"] },
  recountPage: { table: ["GetItem", "PutItem"], indexes: ["byKind", "byCohort"] },
  closePage: { table: ["GetItem", "Query", "PutItem"], indexes: ["byKind"] },
  exportPage: { table: ["GetItem", "Query", "Scan", "PutItem"], indexes: ["byKind", "byCohort"] },
  sealExport: { table: ["GetItem", "Query", "PutItem"] },
  failExport: { table: ["GetItem", "PutItem"] },
  signDay: { table: ["GetItem", "PutItem"], indexes: ["byKind"] },
  verifyPage: { table: ["GetItem", "Query", "PutItem"], indexes: ["byKind"] },
} as const satisfies Record<string, Grant>;
export type FunctionName = keyof typeof grants;
