import type { TodoLine } from "./todoLine.ts";

/**
 * How much harm waiting does, 0 the most: what would go over the limit if it were decided, requests whose days have
 * begun undecided, findings and objections to them, other requests, and the rest.
 */
export function severityOf({
  what,
  isOverdue,
  person,
}: Pick<TodoLine, "what" | "isOverdue" | "person">): number {
  const isRequest = what === "approve-request";
  const isFinding = what === "confirm-finding" || what === "answer-contest";
  if ((isRequest || isFinding) && person.counted + person.pending > person.limit) return 0;
  // A request is due on the day before it begins.
  if (isRequest && isOverdue) return 1;
  if (isFinding) return 2;
  return isRequest ? 3 : 4;
}

/** Severity before age. */
export function bySeverity(one: TodoLine, other: TodoLine): number {
  const difference = severityOf(one) - severityOf(other);
  if (difference !== 0) return difference;
  return one.due < other.due ? -1 : one.due > other.due ? 1 : 0;
}
