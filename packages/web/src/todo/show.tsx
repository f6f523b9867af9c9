import { isTurnOf } from "@dunmiao/domain/access";
import type { Actor, Role } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import { todoOwners } from "@dunmiao/domain/todo";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import { sayBehind } from "../behind.ts";
import { pageAsked } from "../cursor.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { cohortIdOf } from "../secondment/list.ts";
import { warnLevels } from "../secondment/warnLevels.ts";
import { wantsHtml } from "../wants.ts";
import { type Tried, triedNow } from "./batchForm.ts";
import { deskOf } from "./desk.ts";
import { namedFlags } from "./flags.ts";
import { todoQuery } from "./form.ts";
import { isMine, todoList } from "./list.ts";
import { TodoPage } from "./pages.tsx";
import { withReasons } from "./returned.ts";
import { itemOf } from "./select.ts";
import type { TodoLine } from "./todoLine.ts";
import { todoView } from "./view.ts";
import { waitingFor } from "./waiting.tsx";

/** The to-do list; with a batch that was `tried` its ticks and its date are in it again, with what was wrong. */
export async function showTodos(c: Context<WebEnv>, sent?: Tried) {
  const { deps, today, text } = c.var;
  const actor = actorOf(c);
  const asked = todoQuery.parse(c.req.query());
  const { what, all } = asked;
  const [{ todos, people, flags }, waiting, pairs, bureau] = await Promise.all([
    todoList(deps, actor, today),
    waitingFor(deps, actor, today),
    pairWorkOf(deps, { actor, today, whose: asked.whose }),
    deps.hasAccounts ? bureauTodosOf(deps, actor, today) : undefined,
  ]);
  const boxes = new Set(todos.flatMap((todo) => itemOf(todo, actor.role) ?? []));
  const tried = sent && triedNow(sent, boxes);
  const isOthers = (todo: TodoLine) => tried && wasTried(tried, todo, actor.role) && !isMine(todo, actor);
  const whose = todos.some(isOthers) ? "all" : asked.whose;
  const isReader = !todoOwners.some((whose) => isTurnOf(actor, whose));
  const wanted = (todo: TodoLine) =>
    (what === undefined || todo.what === what) && (whose === "all" || isReader || isMine(todo, actor));
  const shown = await withReasons(deps, actor, todos.filter(wanted));
  const behind = sayBehind(c, people);
  if (!wantsHtml(c)) {
    const page = await pageAsked(c, shown, { whose, what });
    if (!page.ok) return answerRefused(c, page.refusals);
    const { items, next } = page.value;
    const cursor = next && { cursor: next };
    const rest = { total: shown.length, flags, waiting, pairs, bureau, ...cursor, ...behind };
    return c.json({ items: items.map(todoView), ...rest });
  }
  const warnAtDays = await levelsOf(deps, people[0]);
  const desk = await deskOf(deps, { actor, today }, shown);
  return c.html(
    <TodoPage
      chrome={chromeOf(c)}
      todos={shown}
      people={people}
      warnAtDays={warnAtDays}
      flags={await namedFlags(deps, text, { flags, people })}
      waiting={waiting}
      pairs={pairs}
      bureau={bureau}
      query={{ whose, what, all: all === "1" }}
      tried={tried}
      actor={actor}
      desk={desk}
      signed={await signedFor(deps, actor)}
    />,
    tried ? statusOf(tried.refusals) : 200,
  );
}

/** Loaded when somebody first looks: most starts of a function are for something else. */
async function pairWorkOf(deps: WebDeps, at: { actor: Actor; today: string; whose: "mine" | "all" }) {
  const { pairWork } = await import("../pair/work.ts");
  return pairWork(deps, at);
}

/** The check code for those who audit; nobody else's page asks for it. */
async function signedFor({ store }: WebDeps, actor: Actor) {
  if (!mayTry(actor, "read-heads")) return undefined;
  const { lastSigned } = await import("../audit/signedHead.ts");
  return lastSigned(store);
}

async function bureauTodosOf(deps: WebDeps, actor: Actor, today: string) {
  const { bureauTodos } = await import("../delegation/bureauTodos.ts");
  return bureauTodos(deps, actor, today);
}

/** Whether a box of the todo was ticked: of a request it names the revision that was seen, too. */
function wasTried({ items }: Tried, todo: TodoLine, role: Role): boolean {
  if (todo.what !== "approve-request") return items.has(itemOf(todo, role) ?? "");
  const request = `${todo.person.id}:${todo.about}:`;
  return [...items].some((each) => each.startsWith(request));
}

/** Warning levels of the scheme behind the bars; cohorts and schemes are held, so that this asks for nothing anew. */
async function levelsOf(deps: WebDeps, first: Summary | undefined): Promise<readonly number[]> {
  if (!first) return [];
  const levels = await warnLevels(deps, await deps.cohorts.current());
  return levels(cohortIdOf(first)) ?? [];
}
