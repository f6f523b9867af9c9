import { isInScope } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Summary } from "@dunmiao/domain/summary";
import { byOfficer } from "@dunmiao/store/lists";
import { officerNoun } from "@dunmiao/store/officer";
import { loadRecord } from "@dunmiao/store/record";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { seesPeopleOf } from "./find.ts";
import { OfficerPage } from "./pages.tsx";
import { correctionView } from "./view.ts";

/** The page of one person, with what was refused on it. */
export async function showOfficer(
  c: Context<WebEnv>,
  serviceNumber: string,
  refusals: readonly Refusal[] = [],
) {
  const found = await officerInScope(c, serviceNumber);
  if (!found) return answerProblem(c, 404, "not-found");
  const { officer, secondments } = found;
  if (!wantsHtml(c)) return c.json({ ...correctionView(officer), secondments });
  const units = await c.var.deps.units.current();
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), actor: actorOf(c), officer, units, secondments, errors };
  return c.html(<OfficerPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

export function officerHref(serviceNumber: string): string {
  return `/officers/${encodeURIComponent(serviceNumber)}`;
}

/** A person with the secondments that the actor may see; undefined where neither lies in the actor's scope. */
async function officerInScope(c: Context<WebEnv>, serviceNumber: string) {
  const { store, units } = c.var.deps;
  const actor = actorOf(c);
  const [officer, terms] = await Promise.all([
    loadRecord(store, officerNoun, serviceNumber),
    byOfficer(store, serviceNumber, storedSummarySchema),
  ]);
  if (!officer) return undefined;
  const isOwn =
    actor.serviceNumber === serviceNumber || seesPeopleOf(actor, officer.homeUnit, await units.current());
  const secondments = terms.rows.map((row) => row.summary).filter((term) => seesTerm(actor, term));
  return isOwn || secondments.length > 0 ? { officer, secondments } : undefined;
}

/** A term is listed here exactly where its own page would open. */
function seesTerm(actor: Actor, { number, sending, branch, station }: Summary): boolean {
  return isInScope(actor, {
    officer: { serviceNumber: number },
    sending: { code: sending[0] },
    hostBranch: { code: branch[0] },
    hostStation: { code: station[0] },
  });
}
