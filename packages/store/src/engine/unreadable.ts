import { AsyncLocalStorage } from "node:async_hooks";
import type { Named } from "./kinds.ts";
import { StoredRowError } from "./parseStored.ts";

/** A record whose row in a list does not parse, and why (row and fields, no content). */
export type UnreadableRow = Named & { detail: string };
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

/**
 * What `parse` reads, in a list of one or none: none where the row does not parse and a page shows the rest. `of` is asked
 * then only, where it is a function.
 */
export function readOrName<T>(of: Named | undefined | (() => Named | undefined), parse: () => T): T[] {
  try {
    return [parse()];
  } catch (error) {
    name(typeof of === "function" ? of() : of, error);
    return [];
  }
}

/** The same for one that is loaded beside others and named by its error: undefined where a page shows the rest. */
export async function loadOrName<T>(loading: Promise<T>): Promise<T | undefined> {
  try {
    return await loading;
  } catch (error) {
    name(undefined, error);
    return undefined;
  }
}

/**
 * A list that is kept in memory, with what is missing in it: whoever shows it names that again, and whoever writes on
 * the strength of it fails as if it had been read now.
 */
export async function readForMany<T>(read: () => Promise<T>): Promise<() => T> {
  const unreadable = new Map<string, UnreadableRow>();
  const value = await showingTheRest(unreadable, read);
  return () => {
    for (const of of unreadable.values())
      readOrName(of, () => {
        throw new StoredRowError(`${of.kind} ${of.id}`, [], of);
      });
    return value;
  };
}

function name(of: Named | undefined, error: unknown): void {
  const unreadable = reading.getStore();
  if (!unreadable || !(error instanceof StoredRowError)) throw error;
  const named = of ?? error.of;
  if (!named) throw error;
  unreadable.set(`${named.kind} ${named.id}`, { kind: named.kind, id: named.id, detail: error.message });
}
