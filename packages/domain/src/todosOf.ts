import { absenceTodos, limitTodos, notReportedTodo } from "./absenceTodos.ts";
import { checkpointTodos } from "./checkpointTodos.ts";
import { rulingTodos } from "./rulingTodos.ts";
import type { Secondment } from "./secondment.ts";
import { extensionTodos, handOverTodo } from "./termTodos.ts";
import type { Todo, TodoRules } from "./todo.ts";

/** Everything that people still have to do about a secondment; derived from the record alone. */
export function todosOf(secondment: Secondment, rules: TodoRules): Todo[] {
  if (["withdrawn", "ended-early"].includes(secondment.status)) return [];
  const afterwards = [
    ...checkpointTodos(secondment, rules),
    ...rulingTodos(secondment, rules),
    ...extensionTodos(secondment, rules),
  ];
  if (["recognised", "not-recognised"].includes(secondment.status)) return afterwards;
  return [
    ...afterwards,
    ...secondment.absences.flatMap((absence) => absenceTodos(absence, secondment, rules)),
    ...limitTodos(secondment, rules),
    ...notReportedTodo(secondment, rules),
    ...handOverTodo(secondment, rules),
  ];
}
