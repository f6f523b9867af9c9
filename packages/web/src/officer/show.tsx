import { isPerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import type { Officer } from "@dunmiao/domain/officer";
import { type Correction, openCorrection } from "@dunmiao/domain/officerCorrection";
import { may } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { Store } from "@dunmiao/store/engine/client";
import { byOfficer } from "@dunmiao/store/engine/lists";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { officerNoun } from "@dunmiao/store/officer";
import { movesOf } from "@dunmiao/store/officerCorrection";
import { termsOf } from "@dunmiao/store/officerTerms";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import { sayBehind } from "../behind.ts";
import type { WebEnv } from "../deps.ts";
import { opens } from "../opened.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { seesPeopleOf } from "../unit/seesPeopleOf.ts";
import { wantsHtml } from "../wants.ts";
import { isDeciding } from "./deciding.ts";
import { learntOf } from "./learnt.tsx";
import { readMerge } from "./mergeRead.ts";
import { OfficerPage } from "./pages.tsx";
import { resultsOf } from "./results.tsx";
import { rolesOfOfficer } from "./roles.tsx";
import { correctionView, seenCorrection } from "./view.ts";

/** The page of one person, with what was refused on it. */
export async function showOfficer(
  c: Context<WebEnv>,
  serviceNumber: string,
  { values, refusals }: Refused = { values: {}, refusals: [] },
) {
  const found = await officerInScope(c, serviceNumber);
  if (!found) return answerProblem(c, "not-found");
  const { secondments } = found;
  const corrections = found.officer.corrections?.map((each) => seenCorrection(each, secondments));
  const officer = { ...found.officer, ...(corrections && { corrections }) };
  const behind = sayBehind(c, secondments);
  const { store } = c.var.deps;
  const [roles, results] = await Promise.all([
    rolesOfOfficer(c.var.deps, actorOf(c), officer.id),
    resultsOf(store, secondments),
  ]);
  const learnt = await learntOf(store, officer.id, roles.pairs);
  if (!wantsHtml(c))
    return c.json({ ...correctionView(officer), secondments, ...roles, ...learnt, ...results, ...behind });
  if (officer.mergedInto !== undefined) return c.redirect(`${officerHref(officer.mergedInto)}#merged`, 303);
  const errors = fieldMessages(c.var.text, refusals);
  const props = {
    chrome: chromeOf(c),
    actor: actorOf(c),
    secondments,
    roles,
    learnt,
    results,
    values,
    errors,
  };
  const page = <OfficerPage {...props} {...(await besideOf(c, officer))} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}

/** The other numbers of the person: those that were merged into this one, and one that it may be merged into. */
async function besideOf(c: Context<WebEnv>, officer: Officer) {
  const { store } = c.var.deps;
  const units = await c.var.deps.units.current();
  const open = isDeciding(actorOf(c)) ? openCorrection(officer) : undefined;
  const [merged, merge] = await Promise.all([
    Promise.all((officer.numbers ?? []).map(({ number }) => numberOf(store, number))),
    open?.into === undefined ? undefined : readMerge(c.var.deps, { officer, into: open.into, units }),
  ]);
  const moves = merge?.moves ?? (open ? await movesNow(c, officer, open) : []);
  return { officer, units, merged: merged.flatMap((each) => each ?? []), merge, moves };
}

/** Counts may have moved since it was proposed: whoever decides sees what it makes of them now. */
async function movesNow(c: Context<WebEnv>, { id }: Officer, { changes }: Correction) {
  const { deps } = c.var;
  const { terms } = await termsOf(deps.store, id);
  return (await movesOf(deps, terms))(changes);
}

function numberOf(store: Store, id: string): Promise<Officer | undefined> {
  return loadOrName(loadRecord(store, officerNoun, id));
}

type Found = { officer: Officer; secondments: Summary[] };

export function officerHref(serviceNumber: string): string {
  return `/officers/${encodeURIComponent(serviceNumber)}`;
}

/**
 * A person with the secondments that the actor may see; undefined where neither lies in the actor's scope. A number that
 * was merged is seen by whoever sees the person whom it leads to.
 */
async function officerInScope(c: Context<WebEnv>, serviceNumber: string): Promise<Found | undefined> {
  const { store, units } = c.var.deps;
  const actor = actorOf(c);
  const officer = await loadRecord(store, officerNoun, serviceNumber);
  if (!officer) return undefined;
  if (officer.mergedInto !== undefined)
    return (await officerInScope(c, officer.mergedInto)) && { officer, secondments: [] };
  const { rows } = await byOfficer(store, serviceNumber, storedSummarySchema);
  const isOwn = isPerson(actor, serviceNumber);
  const all = await units.current();
  const isSeen = isOwn || seesPeopleOf(actor, officer.homeUnit, all);
  const secondments = rows.map((row) => row.summary).filter((term) => seesTerm(actor, term));
  if (!isSeen && secondments.length === 0) return undefined;
  const unit = { code: officer.homeUnit, parent: all.get(officer.homeUnit)?.parent };
  opens(c, { kind: "officer", id: officer.id }, [{ serviceNumber }], { officer: { serviceNumber }, unit });
  return { officer, secondments };
}

/** A term is listed here exactly where its own page would open. */
function seesTerm(actor: Actor, { number, sending, branch, station }: Summary): boolean {
  return may(actor, "read-secondment", {
    officer: { serviceNumber: number },
    sending: { code: sending[0] },
    hostBranch: { code: branch[0] },
    hostStation: { code: station[0] },
  });
}
