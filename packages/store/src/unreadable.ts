import { AsyncLocalStorage } from "node:async_hooks";
import type { Kind } from "./kinds.ts";
import { StoredRowError } from "./parseStored.ts";

/** A record whose row in a list does not parse, and why (row and fields, no content). */
export type UnreadableRow = { kind: Kind; id: string; detail: string };
/** By kind and id, in the order of reading. */
export type Unreadable = ReadonlyMap<string, UnreadableRow>;

const reading = new AsyncLocalStorage<Map<string, UnreadableRow>>();

/**
 * Runs `show`, in which lists leave out rows that do not parse and name them in `unreadable`: one damaged row takes no
 * page down. Whoever calls this says what was left out. Outside of it, where rules and workflows read, such a row is an
 * error. Every list is meant, and lists are read in many places under a page: therefore the context of the call.
 */
export function showingTheRest<T>(unreadable: Map<string, UnreadableRow>, show: () => T): T {
  return reading.run(unreadable, show);
}

/** What `parse` reads, in a list of one or none: none where the row does not parse and a page shows the rest. */
export function readOrName<T>(of: { kind: Kind; id: string } | undefined, parse: () => T): T[] {
  try {
    return [parse()];
  } catch (error) {
    const unreadable = reading.getStore();
    if (!unreadable || !of || !(error instanceof StoredRowError)) throw error;
    unreadable.set(`${of.kind} ${of.id}`, { ...of, detail: error.message });
    return [];
  }
}
