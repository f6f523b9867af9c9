import * as z from "zod";
import { type Absence, isPending } from "./absence.ts";
import { accepterOf, type Filer, isFiled } from "./assessment.ts";
import { addDays } from "./calendarDate.ts";
import { isAwaited, planOf } from "./checkpoint.ts";
import { notReportedDays } from "./count.ts";
import { dismissalAlarm } from "./dismissalAlarm.ts";
import { isOpenRequest } from "./extension.ts";
import { rungOf } from "./ladder.ts";
import { openReviewOf } from "./nextStep.ts";
import { isHeard, latestRuling } from "./rulingOf.ts";
import type { Scheme } from "./scheme.ts";
import { isOpenToFacts, lastDayServed, type Secondment } from "./secondment.ts";
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
  "file-form",
  "chase-form",
  "accept-form",
  "give-statement",
  "approve-ruling",
  "serve-notice",
  "answer-review",
  "host-opinion",
  "sending-opinion",
  "decide-extension",
  "hand-over",
] as const;
export const todoOwners = ["station", "branch", "approver", "hr", "officer", "sending"] as const;

/** What, whose, since when, due when, and what it is about (an absence, checkpoint or form id, or a warning level). */
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
const acceptWithinWorkingDays = 5;
const statementWithinWorkingDays = 10;
const handOverWithinWorkingDays = 5;
const ownerOfRung = { station: "station", branch: "branch", bureau: "approver" } as const;

/** Everything that people still have to do about a secondment; derived from the record alone. */
export function todosOf(secondment: Secondment, rules: Rules): Todo[] {
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

const climbed = { none: "station", branch: "branch", bureau: "hr" } as const;

function checkpointTodos(secondment: Secondment, rules: Rules): Todo[] {
  const { checkpoints, assessments } = secondment;
  const files = checkpoints.filter(isAwaited).flatMap((checkpoint): Todo[] => {
    const { key, opensOn, dueOn, escalation } = checkpoint;
    const { kind, forms } = planOf(rules.scheme, key);
    if (kind === "report-in") return [["report-in", climbed[escalation], opensOn, dueOn, ""]];
    const isIn = (by: Filer) =>
      assessments.some((each) => each.checkpoint === key && each.by === by && isFiled(each));
    const missing = forms.filter(({ by }) => !isIn(by));
    const chase: Todo[] =
      escalation === "none" || missing.length === 0
        ? []
        : [["chase-form", climbed[escalation], opensOn, dueOn, key]];
    return [...missing.map(({ by }): Todo => ["file-form", by, opensOn, dueOn, key]), ...chase];
  });
  return [...files, ...formTodos(secondment, rules)];
}

/** Forms that wait for a decision, or to be written again after their checkpoint ran out; none once the year is ruled. */
function formTodos(secondment: Secondment, { calendar }: Rules): Todo[] {
  if (!isOpenToFacts(secondment)) return [];
  const { checkpoints, assessments } = secondment;
  const awaited = checkpoints.filter(isAwaited).map(({ key }) => key);
  return assessments.flatMap(({ id, by, state, checkpoint, history }): Todo[] => {
    const since = history.at(-1)?.on ?? "";
    const due = addWorkingDays(calendar, since, acceptWithinWorkingDays);
    if (state === "submitted") return [["accept-form", accepterOf(by), since, due, id]];
    const isAgain = state === "returned" && !awaited.includes(checkpoint);
    return isAgain ? [["file-form", by, since, due, checkpoint]] : [];
  });
}

function rulingTodos(secondment: Secondment, { calendar }: Rules): Todo[] {
  const { status } = secondment;
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

/** The request for a further term waits for the host, then the sending unit, then the bureau. */
function extensionTodos({ extension }: Secondment, { calendar }: Rules): Todo[] {
  if (!extension || !isOpenRequest(extension)) return [];
  const soon = (from: string) => addWorkingDays(calendar, from, decideWithinWorkingDays);
  const { state, requestedOn, host, sending } = extension;
  if (state === "requested") return [["host-opinion", "station", requestedOn, soon(requestedOn), ""]];
  const since = (state === "host-heard" ? host?.on : sending?.on) ?? requestedOn;
  return state === "host-heard"
    ? [["sending-opinion", "sending", since, soon(since), ""]]
    : [["decide-extension", "approver", since, soon(since), ""]];
}

/** Whoever leaves a post writes what the successor must know; who asked to stay, or stays, does not leave. */
function handOverTodo(secondment: Secondment, { calendar }: Rules): Todo[] {
  const { status, handOver, extension } = secondment;
  const mayStay = extension !== undefined && (isOpenRequest(extension) || extension.state === "granted");
  if (status !== "awaiting-ruling" || handOver || mayStay) return [];
  const since = addDays(lastDayServed(secondment), 1);
  return [["hand-over", "officer", since, addWorkingDays(calendar, since, handOverWithinWorkingDays), ""]];
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

function notReportedTodo(secondment: Secondment, { calendar }: Rules): Todo[] {
  const on = secondment.reportedInOn;
  if (on === undefined || notReportedDays(secondment, calendar, on) === 0) return [];
  return [["class-not-reported", "hr", on, addWorkingDays(calendar, on, decideWithinWorkingDays), ""]];
}
