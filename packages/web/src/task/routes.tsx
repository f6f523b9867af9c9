import type { Summary } from "@dunmiao/domain/summary";
import { type Context, Hono } from "hono";
import { actorOf, allow, readers } from "../access.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { showHome } from "../home/routes.tsx";
import { chromeOf } from "../page.tsx";
import { cohortIdOf } from "../secondment/list.ts";
import { warnLevels } from "../secondment/warnLevels.ts";
import { wantsHtml } from "../wants.ts";
import { deskOf } from "./desk.ts";
import { namedFlags } from "./flags.ts";
import { taskQuery } from "./form.ts";
import { isMine, type Task, taskList } from "./list.ts";
import { TaskPage } from "./pages.tsx";
import { withReasons } from "./returned.ts";
import { taskView } from "./view.ts";
import { waitingFor } from "./waiting.tsx";

const pageSize = 50;

/** The start page: what is to be done, by whom, by when; for an officer what is their own. */
export function taskRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/", allow(...readers), (c) => (actorOf(c).role === "officer" ? showHome(c) : showTasks(c)));
  app.get("/tasks", allow(...readers), showTasks);
  return app;
}

async function showTasks(c: Context<WebEnv>) {
  const { deps, today, text } = c.var;
  const actor = actorOf(c);
  const { whose, what, cursor, all } = taskQuery.parse(c.req.query());
  const [{ tasks, people, flags }, waiting] = await Promise.all([
    taskList(deps, actor, today),
    waitingFor(deps, actor, today),
  ]);
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
      actor={actor}
      desk={desk}
    />,
  );
}

/** Warning levels of the scheme behind the bars; cohorts and schemes are held, so that this asks for nothing anew. */
async function levelsOf(deps: WebDeps, first: Summary | undefined): Promise<readonly number[]> {
  if (!first) return [];
  const levels = await warnLevels(deps, await deps.cohorts.current());
  return levels(cohortIdOf(first)) ?? [];
}
