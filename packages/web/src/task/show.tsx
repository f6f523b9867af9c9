import type { Role } from "@dunmiao/domain/actor";
import type { Summary } from "@dunmiao/domain/summary";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { cohortIdOf } from "../secondment/list.ts";
import { warnLevels } from "../secondment/warnLevels.ts";
import { wantsHtml } from "../wants.ts";
import { type Tried, triedNow } from "./batchForm.ts";
import { deskOf } from "./desk.ts";
import { namedFlags } from "./flags.ts";
import { taskQuery } from "./form.ts";
import { isMine, taskList } from "./list.ts";
import { TaskPage } from "./pages.tsx";
import { withReasons } from "./returned.ts";
import { itemOf } from "./select.ts";
import type { Task } from "./task.ts";
import { taskView } from "./view.ts";
import { waitingFor } from "./waiting.tsx";

const pageSize = 50;

/** The to-do list; with a batch that was `tried` its ticks and its date are in it again, with what was wrong. */
export async function showTasks(c: Context<WebEnv>, sent?: Tried) {
  const { deps, today, text } = c.var;
  const actor = actorOf(c);
  const asked = taskQuery.parse(c.req.query());
  const { what, cursor, all } = asked;
  const [{ tasks, people, flags }, waiting] = await Promise.all([
    taskList(deps, actor, today),
    waitingFor(deps, actor, today),
  ]);
  const boxes = new Set(tasks.flatMap((task) => itemOf(task, actor.role) ?? []));
  const tried = sent && triedNow(sent, boxes);
  const isOthers = (task: Task) => tried && wasTried(tried, task, actor.role) && !isMine(task, actor);
  const whose = tasks.some(isOthers) ? "all" : asked.whose;
  const isReader = ["inspector", "auditor"].includes(actor.role);
  const wanted = (task: Task) =>
    (what === undefined || task.what === what) && (whose === "all" || isReader || isMine(task, actor));
  const shown = await withReasons(deps, actor, tasks.filter(wanted));
  if (!wantsHtml(c)) {
    const items = shown.slice(cursor, cursor + pageSize).map(taskView);
    const next = cursor + pageSize < shown.length ? { cursor: String(cursor + pageSize) } : {};
    return c.json({ items, total: shown.length, flags, waiting, ...next });
  }
  const warnAtDays = await levelsOf(deps, people[0]);
  const desk = await deskOf(deps, { actor, today }, shown);
  return c.html(
    <TaskPage
      chrome={chromeOf(c)}
      tasks={shown}
      people={people}
      warnAtDays={warnAtDays}
      flags={await namedFlags(deps, text, { flags, people })}
      waiting={waiting}
      query={{ whose, what, all: all === "1" }}
      tried={tried}
      actor={actor}
      desk={desk}
    />,
    tried ? statusOf(tried.refusals) : 200,
  );
}

/** Whether a box of the task was ticked: of a request it names the revision that was seen, too. */
function wasTried({ items }: Tried, task: Task, role: Role): boolean {
  if (task.what !== "approve-request") return items.has(itemOf(task, role) ?? "");
  const request = `${task.person.id}:${task.about}:`;
  return [...items].some((each) => each.startsWith(request));
}

/** Warning levels of the scheme behind the bars; cohorts and schemes are held, so that this asks for nothing anew. */
async function levelsOf(deps: WebDeps, first: Summary | undefined): Promise<readonly number[]> {
  if (!first) return [];
  const levels = await warnLevels(deps, await deps.cohorts.current());
  return levels(cohortIdOf(first)) ?? [];
}
