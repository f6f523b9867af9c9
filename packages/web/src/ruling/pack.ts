import type { Ground } from "@dunmiao/domain/change";
import type { Statement } from "@dunmiao/domain/ruling";
import { beforeRuling, openActs, proposals } from "@dunmiao/domain/ruling/acts";
import { statementTextName } from "@dunmiao/domain/ruling/statement";
import { loadRecordTexts } from "@dunmiao/store/recordText";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { type CaseView, caseView } from "../secondment/caseView.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { secondmentView } from "../secondment/view.ts";

/** A statement with the officer's words, which lie beside the record; none where it was refused. */
export type Heard = Statement & { words?: string };
/** Everything that a ruling is decided on. */
export type Pack = { view: CaseView; ground: Ground; statements: readonly Heard[] };

/** Lines of the trail in the pack; the whole of it has a page of its own. */
const shownEvents = 15;

/** The pack of the secondment in the URL; undefined outside the actor's scope. */
export async function packInScope(c: Context<WebEnv>): Promise<Pack | undefined> {
  const found = await secondmentInScope(c, shownEvents);
  if (!found) return undefined;
  const { today, deps } = c.var;
  const { record, ground } = found;
  const refs = record.statements.map(({ id }) => ({ name: statementTextName, id }));
  const texts = await loadRecordTexts(deps.store, record.id, refs);
  return {
    view: caseView(found, actorOf(c), today),
    ground,
    statements: record.statements.map((each) => ({ ...each, ...wordsOf(texts.get(each.id)) })),
  };
}

function wordsOf(text: Readonly<Record<string, unknown>> | undefined): { words?: string } {
  return typeof text?.words === "string" ? { words: text.words } : {};
}

/** The pack as JSON: the case, the words of the statements, and what this actor may do now. */
export function packView({ view, ground, statements }: Pack) {
  const { record, today, events } = view;
  return {
    ...secondmentView(record, ground, today),
    statements,
    rulings: record.rulings.map((each) => ({
      ...each,
      seen: each.revision,
      acts: openActs(ground, each.id),
    })),
    mayState: beforeRuling.state.ask(ground).ok,
    proposals: proposals(ground) ?? [],
    trail: events,
  };
}
