import { absenceTodos, limitTodos, notReportedTodo, reportInTodo } from "../absence/absenceTodos.ts";
import { checkpointTodos } from "../assessment/checkpointTodos.ts";
import { contributionTodos } from "../award/contributionTodos.ts";
import { rulingTodos } from "../ruling/rulingTodos.ts";
import type { Secondment } from "../secondment.ts";
import { extensionTodos, handOverTodo } from "../term/termTodos.ts";
import type { Todo, TodoRules } from "../todo.ts";

/** Everything that people still have to do about a secondment; derived from the record alone. */
export function todosOf(secondment: Secondment, rules: TodoRules): Todo[] {
  if (secondment.status === "withdrawn") return [];
  const leftBehind = [...contributionTodos(secondment, rules), ...handOverTodo(secondment, rules)];
  if (secondment.status === "ended-early") return leftBehind;
  const afterwards = [
    ...checkpointTodos(secondment, rules),
    ...rulingTodos(secondment, rules),
    ...extensionTodos(secondment, rules),
  ];
  if (["recognised", "not-recognised"].includes(secondment.status)) return [...afterwards, ...leftBehind];
  return [
    ...afterwards,
    ...secondment.absences.flatMap((absence) => absenceTodos(absence, secondment, rules)),
    ...limitTodos(secondment, rules),
    ...notReportedTodo(secondment, rules),
    ...reportInTodo(secondment, rules),
    ...leftBehind,
  ];
}
