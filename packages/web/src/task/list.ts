import type { Actor } from "@dunmiao/domain/actor";
import { addDays } from "@dunmiao/domain/calendarDate";
import type { Summary } from "@dunmiao/domain/summary";
import type { Todo } from "@dunmiao/domain/todo";
import { listFlags } from "@dunmiao/store/flag";
import { byHost, byOfficer, bySending } from "@dunmiao/store/lists";
import { cohortSummaries } from "@dunmiao/store/secondment";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { WebDeps } from "../deps.ts";
import { unitsKnowing } from "../unit/unitsKnowing.ts";

/** One line of the to-do list: what, whose, since when, due when, about whom. */
export type Task = {
  what: Todo[0];
  whose: Todo[1];
  since: string;
  due: string;
  about: string;
  isOverdue: boolean;
  person: Summary;
};
export type TaskList = { tasks: Task[]; people: Summary[]; flags: Awaited<ReturnType<typeof listFlags>> };

const wholeBureau = ["hr", "approver", "inspector", "auditor"];
/** How long after its end a cohort still has people to rule on. */
const closingDays = 400;

/**
 * Everything to do inside an actor's scope, most urgent first: one Query for a station, branch, sending unit or
 * officer; one per running cohort and one for flags for the bureau.
 */
export async function taskList(deps: WebDeps, actor: Actor, today: string): Promise<TaskList> {
  const isBureau = wholeBureau.includes(actor.role);
  const [people, flags] = await Promise.all([
    isBureau ? runningPeople(deps, today) : ownPeople(deps, actor),
    isBureau ? listFlags(deps.store) : [],
  ]);
  const tasks = people.flatMap((person) => person.todos.map((todo) => taskOf(todo, person, today)));
  return { people, flags, tasks: tasks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)) };
}

/** Whether a task is the actor's own to do: HR sees the officers' side of everything, others their rung. */
export function isMine(task: Pick<Task, "whose" | "what">, actor: Actor): boolean {
  if (actor.role === "hr")
    return task.whose === "hr" || task.what === "report-in" || task.what === "confirm-finding";
  if (actor.role === "branch") return task.whose === "branch" || task.whose === "station";
  return task.whose === actor.role;
}

function taskOf([what, whose, since, due, about]: Todo, person: Summary, today: string): Task {
  return { what, whose, since, due, about, isOverdue: due < today, person };
}

async function runningPeople(deps: WebDeps, today: string): Promise<Summary[]> {
  const cohorts = await deps.cohorts.current();
  const running = cohorts.filter((each) => each.endsOn >= addDays(today, -closingDays));
  const lists = await Promise.all(running.map((each) => cohortSummaries(deps.store, each.id)));
  return lists.flat();
}

async function ownPeople(deps: WebDeps, actor: Actor): Promise<Summary[]> {
  const { store } = deps;
  const { role, unit, serviceNumber } = actor;
  if (role === "officer")
    return serviceNumber ? summaries(byOfficer(store, serviceNumber, storedSummarySchema)) : [];
  if (unit === undefined) return [];
  if (role === "sending") return summaries(bySending(store, unit, storedSummarySchema));
  if (role === "branch") return summaries(byHost(store, { branch: unit }, storedSummarySchema));
  const branch = (await unitsKnowing(deps, unit)).get(unit)?.parent;
  return branch === undefined ? [] : summaries(byHost(store, { branch, station: unit }, storedSummarySchema));
}

async function summaries(list: Promise<{ rows: { summary: Summary }[] }>): Promise<Summary[]> {
  return (await list).rows.map((row) => row.summary);
}
