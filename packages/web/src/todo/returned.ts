import { isTurnOf } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { returnedTo } from "../assessment/returned.ts";
import type { WebDeps } from "../deps.ts";
import type { TodoLine } from "./todoLine.ts";

/** Most people whose records are read beside one list. */
const mostRead = 20;

/**
 * Adds to the actor's own forms that were sent back when and why: a reason is too long for summaries, so that each person
 * with such a form is one GetItem, at most 20; a list without one asks for nothing.
 */
export async function withReasons(
  deps: WebDeps,
  actor: Actor,
  todos: readonly TodoLine[],
): Promise<TodoLine[]> {
  const own = todos.filter(({ isReturned, whose }) => isReturned && isTurnOf(actor, whose));
  const ids = [...new Set(own.map(({ person }) => person.id))].slice(0, mostRead);
  const found = await Promise.all(ids.map((id) => readable(deps.store, id)));
  const records = new Map(found.flat().map((record) => [record.id, record]));
  return todos.map((todo) => {
    const { person, about, whose } = todo;
    const entries = own.includes(todo) ? (records.get(person.id)?.assessments ?? []) : [];
    const entry = entries.find(({ checkpoint, by }) => checkpoint === about && by === whose);
    const returned = returnedTo(actor, entry);
    return returned ? { ...todo, returned } : todo;
  });
}

/** A record that does not parse is missing here and named like a row of a list, where the case itself says so. */
async function readable(store: Store, id: string): Promise<Secondment[]> {
  const record = await loadOrName(loadRecord(store, secondmentNoun, id));
  return record ? [record] : [];
}
