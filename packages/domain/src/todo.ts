import * as z from "zod";
import { type Absence, isPending } from "./absence.ts";
import { addDays } from "./calendarDate.ts";
import { notReportedDays } from "./count.ts";
import { dismissalAlarm } from "./dismissalAlarm.ts";
import { rungOf } from "./ladder.ts";
import { openReviewOf } from "./nextStep.ts";
import type { Scheme } from "./scheme.ts";
import { lastDayServed, type Secondment } from "./secondment.ts";
import { addWorkingDays, type WorkCalendar } from "./workCalendar.ts";

export const todoKinds = [
  "report-in",
  "approve-request",
  "confirm-finding",
  "answer-contest",
  "approve-proposal",
  "warning",
  "review",
  "class-not-reported",
  "dismissal-alarm",
  "rule",
] as const;
export const todoOwners = ["station", "branch", "approver", "hr"] as const;

/** What, whose, since when, due when, and what it is about (an absence id or a warning level). */
export const todoSchema = z.tuple([
  z.enum(todoKinds),
  z.enum(todoOwners),
  z.string(),
  z.string(),
  z.string(),
]);
export type Todo = z.infer<typeof todoSchema>;

type Rules = { scheme: Scheme; calendar: WorkCalendar };
const decideWithinWorkingDays = 3;
const ownerOfRung = { station: "station", branch: "branch", bureau: "approver" } as const;

/** Everything that people still have to do about a secondment; derived from the record alone. */
export function todosOf(secondment: Secondment, rules: Rules): Todo[] {
  if (["recognised", "not-recognised", "withdrawn"].includes(secondment.status)) return [];
  return [
    ...secondment.checkpoints.flatMap(checkpointTodo),
    ...secondment.absences.flatMap((absence) => absenceTodos(absence, secondment, rules)),
    ...limitTodos(secondment, rules),
    ...notReportedTodo(secondment, rules),
  ];
}

function checkpointTodo(checkpoint: Secondment["checkpoints"][number]): Todo[] {
  if (checkpoint.state !== "open" && checkpoint.state !== "late") return [];
  const owner = { none: "station", branch: "branch", bureau: "hr" } as const;
  return [["report-in", owner[checkpoint.escalation], checkpoint.opensOn, checkpoint.dueOn, ""]];
}

function absenceTodos(absence: Absence, secondment: Secondment, rules: Rules): Todo[] {
  const since = absence.decisions.at(-1)?.on ?? absence.recordedOn;
  const due = (from: string) => addWorkingDays(rules.calendar, from, decideWithinWorkingDays);
  if (absence.proposal)
    return [["approve-proposal", "approver", absence.proposal.on, due(absence.proposal.on), absence.id]];
  if (absence.contest)
    return [["answer-contest", "branch", absence.contest.on, due(absence.contest.on), absence.id]];
  if (!isPending(absence)) return [];
  if (absence.state === "recorded")
    return [["confirm-finding", "branch", since, due(absence.recordedOn), absence.id]];
  const rung = rungOf(absence, secondment.absences, rules);
  const begins = addDays(absence.from, -1);
  return [["approve-request", ownerOfRung[rung], absence.recordedOn, begins, absence.id]];
}

function limitTodos(secondment: Secondment, rules: Rules): Todo[] {
  const warning = secondment.warnings.find(
    (each) => each.state === "shown" && isHighest(secondment, each.levelDays),
  );
  const review = openReviewOf(secondment);
  const alarm = dismissalAlarm(secondment, rules.scheme);
  const ended = addDays(lastDayServed(secondment), 1);
  const soon = (from: string) => addWorkingDays(rules.calendar, from, decideWithinWorkingDays);
  const todos: Todo[] = [];
  if (warning)
    todos.push(["warning", "hr", warning.reachedOn, soon(warning.reachedOn), String(warning.levelDays)]);
  if (review) todos.push(["review", "hr", review.openedOn, soon(review.openedOn), review.absenceId ?? ""]);
  if (alarm) todos.push(["dismissal-alarm", "hr", alarm.on, alarm.on, ""]);
  if (secondment.status === "awaiting-ruling") todos.push(["rule", "hr", ended, ended, ""]);
  return todos;
}

function isHighest(secondment: Secondment, levelDays: number): boolean {
  return secondment.warnings.every((each) => each.levelDays <= levelDays);
}

function notReportedTodo(secondment: Secondment, { calendar }: Rules): Todo[] {
  const on = secondment.reportedInOn;
  if (on === undefined || notReportedDays(secondment, calendar, on) === 0) return [];
  return [["class-not-reported", "hr", on, addWorkingDays(calendar, on, decideWithinWorkingDays), ""]];
}
