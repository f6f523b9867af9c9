import { type Absence, isPending } from "../absence.ts";
import { addDays } from "../calendarDate.ts";
import { notReportedDays } from "../count/unreported.ts";
import { proposedReportIn } from "../reportInCorrection.ts";
import { openReviewOf, type Secondment } from "../secondment.ts";
import { decideWithinWorkingDays, type Todo, type TodoRules } from "../todo.ts";
import { addWorkingDays } from "../workCalendar.ts";
import { dismissalAlarm } from "./dismissalAlarm.ts";
import { rungOf } from "./ladder.ts";

const ownerOfRung = { station: "station", branch: "branch", bureau: "approver" } as const;

/** What one absence waits for, and from whom. */
export function absenceTodos(absence: Absence, secondment: Secondment, rules: TodoRules): Todo[] {
  const since = absence.decisions.at(-1)?.on ?? absence.recordedOn;
  const due = (from: string) => addWorkingDays(rules.calendar, from, decideWithinWorkingDays);
  if (absence.proposal)
    return [["approve-proposal", "approver", absence.proposal.on, due(absence.proposal.on), absence.id]];
  if (absence.contest)
    return [["answer-contest", "branch", absence.contest.on, due(absence.contest.on), absence.id]];
  if (!isPending(absence)) return [];
  if (absence.state === "recorded")
    return [["confirm-finding", "branch", since, due(absence.recordedOn), absence.id]];
  const rung = rungOf(absence, secondment, rules);
  const begins = addDays(absence.from, -1);
  return [["approve-request", ownerOfRung[rung], absence.recordedOn, begins, absence.id]];
}

/** A warning to acknowledge, a review, days in a row. */
export function limitTodos(secondment: Secondment, rules: TodoRules): Todo[] {
  const warning = secondment.warnings.find(
    (each) => each.state === "shown" && isHighest(secondment, each.levelDays),
  );
  const review = openReviewOf(secondment);
  const alarm = dismissalAlarm(secondment, rules.scheme);
  const soon = (from: string) => addWorkingDays(rules.calendar, from, decideWithinWorkingDays);
  const todos: Todo[] = [];
  if (warning)
    todos.push(["warning", "hr", warning.reachedOn, soon(warning.reachedOn), String(warning.levelDays)]);
  if (review) todos.push(["review", "hr", review.openedOn, soon(review.openedOn), review.absenceId ?? ""]);
  if (alarm) todos.push(["dismissal-alarm", "hr", alarm.on, alarm.on, ""]);
  return todos;
}

function isHighest(secondment: Secondment, levelDays: number): boolean {
  return secondment.warnings.every((each) => each.levelDays <= levelDays);
}

/** Days before a late report-in that nobody has classed. */
export function notReportedTodo(secondment: Secondment, rules: TodoRules): Todo[] {
  const on = secondment.reportedInOn;
  if (on === undefined || notReportedDays(secondment, rules, on) === 0) return [];
  return [["class-not-reported", "hr", on, addWorkingDays(rules.calendar, on, decideWithinWorkingDays), ""]];
}

/** A correction of the day of report-in that waits for another person. */
export function reportInTodo(secondment: Secondment, { calendar }: TodoRules): Todo[] {
  const proposed = proposedReportIn(secondment);
  if (!proposed) return [];
  const { id, madeOn } = proposed;
  return [
    ["approve-report-in", "approver", madeOn, addWorkingDays(calendar, madeOn, decideWithinWorkingDays), id],
  ];
}
