import { canonical } from "../event.ts";
import type { Summary } from "../summary.ts";
import type { Todo } from "../todo.ts";

/** Whether a stored summary says what a fresh one does; rows of before to-dos had notes are compared by the rest. */
export function isSameSummary(stored: Summary, fresh: Summary): boolean {
  const hasNotes = stored.todos.some(([, , , , , note]) => note !== undefined);
  return canonical(stored) === canonical(hasNotes ? fresh : withoutNotes(fresh));
}

function withoutNotes(summary: Summary): Summary {
  const todos = summary.todos.map(
    ([what, whose, since, due, about]): Todo => [what, whose, since, due, about],
  );
  return { ...summary, todos };
}
