import { isTurnOf } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import { addDays } from "@dunmiao/domain/calendarDate";
import { mayTry, reachOf } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { Todo } from "@dunmiao/domain/todo";
import { listFlags } from "@dunmiao/store/engine/flag";
import type { Row } from "@dunmiao/store/engine/indexRows";
import { byCohort, byHost, byOfficer, bySending, type Rows } from "@dunmiao/store/engine/lists";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { WebDeps } from "../deps.ts";
import { unitsKnowing } from "../unit/unitsKnowing.ts";
import { checkpointNames } from "./checkpointNames.ts";
import { bySeverity } from "./severity.ts";
import type { TodoLine } from "./todoLine.ts";

export type TodoList = { todos: TodoLine[]; people: Summary[]; flags: Awaited<ReturnType<typeof listFlags>> };

/** How long after its end a cohort still has people to rule on. */
const closingDays = 400;

/**
 * Everything to do inside an actor's scope, most harmful first (`severity.ts`): one Query for a station, branch, sending unit or
 * officer; one per running cohort and one for flags for the bureau.
 */
export async function todoList(deps: WebDeps, actor: Actor, today: string): Promise<TodoList> {
  const isBureau = reachOf(actor.role, "read-todos") === "bureau";
  const [rows, flags] = await Promise.all([
    isBureau ? runningPeople(deps, today) : ownPeople(deps, actor),
    isBureau ? listFlags(deps.store) : [],
  ]);
  const todos = rows.flatMap((row) => row.summary.todos.map((todo) => lineOf(todo, row, today)));
  const people = rows.map(({ summary }) => summary);
  const nameOf = await checkpointNames(
    deps,
    todos.filter(isForm).map(({ person }) => person),
  );
  const named = todos.map((todo) => {
    const checkpoint = isForm(todo) ? nameOf(todo.person, todo.about) : undefined;
    return checkpoint ? { ...todo, checkpoint } : todo;
  });
  return { people, flags, todos: named.toSorted(bySeverity) };
}

/** Whether a todo is about the form of a checkpoint. */
export function isForm({ what }: Pick<TodoLine, "what">): boolean {
  return what === "file-form" || what === "chase-form" || what === "reconfirm-month";
}

/** Whether a todo is the actor's own to do: HR sees the officers' side of everything, others their rung. */
export function isMine(todo: Pick<TodoLine, "whose" | "what">, actor: Actor): boolean {
  if (isTurnOf(actor, todo.whose)) return true;
  const isOverseen = todo.what === "report-in" || todo.what === "confirm-finding";
  if (isOverseen && mayTry(actor, "oversee-todos")) return true;
  return todo.whose === "station" && mayTry(actor, "cover-station-todos");
}

/** The first todo of the actor's own that `isDone` does not know as done: what to open next. */
export async function nextTodo(
  deps: WebDeps,
  { actor, today }: { actor: Actor; today: string },
  isDone: (todo: TodoLine) => boolean,
): Promise<TodoLine | undefined> {
  const { todos } = await todoList(deps, actor, today);
  return todos.find((todo) => isMine(todo, actor) && !isDone(todo));
}

function lineOf(
  [what, whose, since, due, about, note]: Todo,
  { summary: person, version }: Row<Summary>,
  today: string,
): TodoLine {
  return { what, whose, since, due, about, isOverdue: due < today, person, version, ...note };
}

async function runningPeople({ cohorts, store }: WebDeps, today: string): Promise<Row<Summary>[]> {
  const current = await cohorts.current();
  const running = current.filter((each) => each.endsOn >= addDays(today, -closingDays));
  const lists = await Promise.all(running.map((each) => byCohort(store, each.id, storedSummarySchema)));
  return lists.flatMap(({ rows }) => rows);
}

async function ownPeople(deps: WebDeps, actor: Actor): Promise<readonly Row<Summary>[]> {
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
