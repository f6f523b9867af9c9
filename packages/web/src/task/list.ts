import type { Actor } from "@dunmiao/domain/actor";
import { addDays } from "@dunmiao/domain/calendarDate";
import { reachOf } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { Todo } from "@dunmiao/domain/todo";
import { listFlags } from "@dunmiao/store/engine/flag";
import { byCohort, byHost, byOfficer, bySending, type Row, type Rows } from "@dunmiao/store/engine/lists";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { WebDeps } from "../deps.ts";
import { unitsKnowing } from "../unit/unitsKnowing.ts";
import { checkpointNames } from "./checkpointNames.ts";
import { bySeverity } from "./severity.ts";
import type { Task } from "./task.ts";

export type TaskList = { tasks: Task[]; people: Summary[]; flags: Awaited<ReturnType<typeof listFlags>> };

/** How long after its end a cohort still has people to rule on. */
const closingDays = 400;

/**
 * Everything to do inside an actor's scope, most harmful first (`severity.ts`): one Query for a station, branch, sending unit or
 * officer; one per running cohort and one for flags for the bureau.
 */
export async function taskList(deps: WebDeps, actor: Actor, today: string): Promise<TaskList> {
  const isBureau = reachOf(actor.role, "read-todos") === "bureau";
  const [rows, flags] = await Promise.all([
    isBureau ? runningPeople(deps, today) : ownPeople(deps, actor),
    isBureau ? listFlags(deps.store) : [],
  ]);
  const tasks = rows.flatMap((row) => row.summary.todos.map((todo) => taskOf(todo, row, today)));
  const people = rows.map(({ summary }) => summary);
  const nameOf = await checkpointNames(
    deps,
    tasks.filter(isForm).map(({ person }) => person),
  );
  const named = tasks.map((task) => {
    const checkpoint = isForm(task) ? nameOf(task.person, task.about) : undefined;
    return checkpoint ? { ...task, checkpoint } : task;
  });
  return { people, flags, tasks: named.toSorted(bySeverity) };
}

/** Whether a task is about the form of a checkpoint. */
export function isForm({ what }: Pick<Task, "what">): boolean {
  return what === "file-form" || what === "chase-form" || what === "reconfirm-month";
}

/** Whether a task is the actor's own to do: HR sees the officers' side of everything, others their rung. */
export function isMine(task: Pick<Task, "whose" | "what">, actor: Actor): boolean {
  if (actor.role === "hr")
    return task.whose === "hr" || task.what === "report-in" || task.what === "confirm-finding";
  if (actor.role === "branch") return task.whose === "branch" || task.whose === "station";
  return task.whose === actor.role;
}

/** The first task of the actor's own that `isDone` does not know as done: what to open next. */
export async function nextTask(
  deps: WebDeps,
  { actor, today }: { actor: Actor; today: string },
  isDone: (task: Task) => boolean,
): Promise<Task | undefined> {
  const { tasks } = await taskList(deps, actor, today);
  return tasks.find((task) => isMine(task, actor) && !isDone(task));
}

function taskOf(
  [what, whose, since, due, about, note]: Todo,
  { summary: person, version }: Row<Summary>,
  today: string,
): Task {
  return { what, whose, since, due, about, isOverdue: due < today, person, version, ...note };
}

async function runningPeople({ cohorts, store }: WebDeps, today: string): Promise<Row<Summary>[]> {
  const current = await cohorts.current();
  const running = current.filter((each) => each.endsOn >= addDays(today, -closingDays));
  const lists = await Promise.all(running.map((each) => byCohort(store, each.id, storedSummarySchema)));
  return lists.flatMap(({ rows }) => rows);
}

async function ownPeople(deps: WebDeps, actor: Actor): Promise<Row<Summary>[]> {
  return (await ownList(deps, actor))?.rows ?? [];
}

async function ownList(
  deps: WebDeps,
  { role, unit, serviceNumber }: Actor,
): Promise<Rows<Summary> | undefined> {
  const { store } = deps;
  const reach = reachOf(role, "read-todos");
  if (reach === "own")
    return serviceNumber === undefined ? undefined : byOfficer(store, serviceNumber, storedSummarySchema);
  if (unit === undefined) return undefined;
  if (reach === "sending") return bySending(store, unit, storedSummarySchema);
  if (reach === "branch") return byHost(store, { branch: unit }, storedSummarySchema);
  if (reach !== "station") return undefined;
  const branch = (await unitsKnowing(deps, unit)).get(unit)?.parent;
  return branch === undefined ? undefined : byHost(store, { branch, station: unit }, storedSummarySchema);
}
