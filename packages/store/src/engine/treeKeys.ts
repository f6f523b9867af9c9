import { digits, join, type Key, part, partitionOf } from "./keys.ts";
import type { Kind } from "./kinds.ts";

/** The tree of the days: its state, its leaves, its heads. */
export const auditPartition = "AUDIT";
export const treeKey: Key = { pk: auditPartition, sk: "TREE" };
export const leavesPrefix = "LEAVES#";
export const headPrefix = "HEAD#";

/** Leaves that were appended together, by the index of the first. */
export function leavesKey(first: number): Key {
  return { pk: auditPartition, sk: `${leavesPrefix}${digits(first, 12)}` };
}

export function headKey(day: string): Key {
  return { pk: auditPartition, sk: `${headPrefix}${part(day)}` };
}

/** Beside a record: which leaf of the tree says what of it; sorts after the record, whose page does not read it. */
export const leafPrefix = "TREE#";
export function leafKey(kind: Kind, id: string, version: number): Key {
  return { pk: partitionOf(kind, id), sk: `${leafPrefix}${digits(version, 9)}` };
}

/** Beside an audit export: a page of it that was written. */
export const donePagePrefix = "DONE#";
export function donePageKey(exportId: string, page: number): Key {
  return { pk: partitionOf("audit-export", exportId), sk: `${donePagePrefix}${digits(page, 6)}` };
}

export const differencesPartition = "DIFFERENCES";

/** Kind of a row among the differences that belongs to nothing; its id is its sort key. */
export const strayKind = "difference";
/** What a check found wrong with a record, or with something else that has a kind and an id. */
export function differenceKey(kind: string, id: string): Key {
  return { pk: differencesPartition, sk: kind === strayKind ? id : join(kind, id) };
}

/** How far checking the table has come. */
export const verifyStateKey: Key = { pk: "VERIFYING", sk: "STATE" };
