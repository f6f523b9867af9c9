import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { taskView } from "../pair/taskView.ts";
import type { PairsOnDay } from "../pair/work.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { wantsHtml } from "../wants.ts";
import { ownDuties } from "./duties.ts";
import { ownOf } from "./own.ts";
import { HomePage } from "./page.tsx";
import { ownRequests } from "./requests.ts";
import { ownRights } from "./rights.ts";

/** The start page of an officer: nothing of anybody else. */
export async function showHome(c: Context<WebEnv>) {
  const { deps, today } = c.var;
  const actor = actorOf(c);
  const own = await ownOf(deps, actor, today);
  if (wantsHtml(c)) return c.html(<HomePage chrome={chromeOf(c)} own={own} actor={actor} />);
  return c.json({ terms: own.terms.map(termView), messages: own.messages, pairs: pairsView(own.pairs) });
}

function pairsView({ rows, tasks }: PairsOnDay) {
  return { items: rows, tasks: tasks.filter(({ isMine }) => isMine).map(taskView) };
}

function termView(view: CaseView) {
  const { record, count } = view;
  const { id, status, term, hostStation, post } = record;
  return {
    id,
    status,
    term,
    hostStation,
    post,
    count,
    duties: ownDuties(view).map(({ entry: _, ...duty }) => duty),
    requests: ownRequests(view),
    rights: ownRights(view),
  };
}
