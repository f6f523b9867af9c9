import { addDays } from "../calendarDate.ts";
import { lastDayServed, openReviewOf, type Secondment } from "../secondment.ts";
import { decideWithinWorkingDays, type Todo, type TodoRules } from "../todo.ts";
import { addWorkingDays } from "../workCalendar.ts";
import { calendarDifference } from "./ruledCount.ts";
import { isHeard, latestRuling } from "./rulingOf.ts";

const statementWithinWorkingDays = 10;

/** From the statement to the notice and the review: whose move it is. */
export function rulingTodos(secondment: Secondment, rules: TodoRules): Todo[] {
  const { status } = secondment;
  const { calendar } = rules;
  const soon = (from: string) => addWorkingDays(calendar, from, decideWithinWorkingDays);
  // A rejected proposal after it takes nothing off a ruling in force.
  const ruling = latestRuling(secondment);
  const stands = ruling?.state === "in-force" || ruling?.state === "upheld";
  const todos: Todo[] = [];
  if (ruling?.state === "proposed")
    todos.push(["approve-ruling", "approver", ruling.proposed.on, soon(ruling.proposed.on), ruling.id]);
  if (stands && ruling.decided && !ruling.receipt)
    todos.push(["serve-notice", "hr", ruling.decided.on, soon(ruling.decided.on), ruling.id]);
  if (ruling?.state === "in-force" && ruling.reviewRequest)
    todos.push([
      "answer-review",
      "approver",
      ruling.reviewRequest.on,
      soon(ruling.reviewRequest.on),
      ruling.id,
    ]);
  const differs =
    ruling?.reviewRequest && ruling.state === "in-force" ? undefined : calendarDifference(secondment, rules);
  const knownOn = secondment.recounted?.on ?? differs?.ruling.decided?.on ?? lastDayServed(secondment);
  if (differs)
    for (const owner of ["hr", "approver"] as const)
      todos.push(["calendar-differs", owner, knownOn, soon(knownOn), differs.ruling.id]);
  if (status !== "awaiting-ruling" && status !== "under-review") return todos;
  const since =
    status === "awaiting-ruling" ? addDays(lastDayServed(secondment), 1) : openReviewOf(secondment)?.openedOn;
  if (since !== undefined && !isHeard(secondment))
    todos.push([
      "give-statement",
      "officer",
      since,
      addWorkingDays(calendar, since, statementWithinWorkingDays),
      "",
    ]);
  if (status === "awaiting-ruling" && ruling?.state !== "proposed") {
    const due = secondment.checkpoints.find(
      ({ key, state }) => key === "ruling" && state !== "dropped",
    )?.dueOn;
    const ended = addDays(lastDayServed(secondment), 1);
    todos.push(["rule", "hr", ended, due ?? ended, ""]);
  }
  return todos;
}
