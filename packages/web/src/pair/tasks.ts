import { isPerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import { mentorSought, type PairTodo, pairTodosOf } from "@dunmiao/domain/pair/pairTodos";
import { mayTry, reachOf } from "@dunmiao/domain/permissions";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { PairTasksQuery } from "./form.ts";
import { isLedBy, type ListedPair } from "./list.ts";
import { whenOf } from "./when.ts";

/** One thing to do about a pair, as lists have it. */
export type PairTask = PairTodo & { pair: ListedPair; isOverdue: boolean; isMine: boolean };

type At = { actor: Actor; today: string; calendar: WorkCalendar };

/** Everything to do about these pairs, what is due first before what is due later. */
export function pairTasks(rows: readonly ListedPair[], at: At): PairTask[] {
  const sought = mentorSought(rows, at);
  const tasks = rows.flatMap((pair, index) => {
    const seeks = sought.get(index);
    return [...(seeks ? [seeks] : []), ...todosOf(pair, at)].map((todo) => ({
      ...todo,
      pair,
      isOverdue: todo.due < at.today,
      isMine: isMine(todo, pair, at.actor),
    }));
  });
  return tasks.toSorted(dueFirst);
}

const known = new WeakMap<ListedPair, { calendar: WorkCalendar; todos: PairTodo[] }>();

/** The to-dos of a pair as it is on the day: counted once for all who ask. */
function todosOf(pair: ListedPair, at: At): PairTodo[] {
  const before = known.get(pair);
  if (before?.calendar === at.calendar) return before.todos;
  const todos = pairTodosOf(pair, at);
  known.set(pair, { calendar: at.calendar, todos });
  return todos;
}

function dueFirst(one: PairTask, other: PairTask): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  return one.pair.id < other.pair.id ? -1 : 1;
}

/** What only the personnel office can mend where a unit does not. */
const overseen: readonly PairTodo["what"][] = ["name-substitute", "find-mentor"];

/** Whose a task is, by what it says: the one of the two that it names, the unit that leads, a second person. */
const isOf: Readonly<Record<PairTodo["whose"], (actor: Actor, pair: ListedPair) => boolean>> = {
  apprentice: (actor, { apprentice: [number] }) => isPerson(actor, number),
  // Whoever else reads the pair as a person leads it, or stands in.
  mentor: (actor, { apprentice: [number] }) =>
    !isPerson(actor, number) && reachOf(actor.role, "read-pairs") === "pair",
  unit: leads,
  approver: (actor, pair) =>
    reachOf(actor.role, "approve-pair") === "bureau" || (mayTry(actor, "approve-pair") && leads(actor, pair)),
};

function leads({ unit }: Actor, pair: ListedPair): boolean {
  return unit !== undefined && isLedBy(pair, unit);
}

function isMine({ whose, what }: PairTodo, pair: ListedPair, actor: Actor): boolean {
  return isOf[whose](actor, pair) || (overseen.includes(what) && mayTry(actor, "oversee-todos"));
}

/** The tasks that a query asks for; a reader who has none of their own sees everybody's. */
export function askedTasks(tasks: readonly PairTask[], query: PairTasksQuery, today: string): PairTask[] {
  const { what, whose = "mine", leads, when } = query;
  const isAll = whose === "all" || !tasks.some((each) => each.isMine);
  return tasks.filter(
    (task) =>
      (isAll || task.isMine) &&
      (what === undefined || task.what === what) &&
      (leads === undefined || isLedBy(task.pair, leads)) &&
      (when === undefined || whenOf(task, today) === when),
  );
}
