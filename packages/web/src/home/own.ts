import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { byOfficer } from "@dunmiao/store/engine/lists";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { type InboxMessage, listMessages } from "@dunmiao/store/notification";
import { loadSecondment } from "@dunmiao/store/secondment";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { WebDeps } from "../deps.ts";
import type { PairsOnDay } from "../pair/work.ts";
import { type CaseView, caseView, readCase } from "../secondment/caseView.ts";

const shownMessages = 6;
/** Terms that are read whole; a person has one or two, and who has more reads of the older ones in the list. */
const mostTerms = 6;

/** Everything of an officer's own: the terms, the one that matters today first, and what they were told last. */
export type Own = { terms: CaseView[]; messages: InboxMessage[]; pairs: PairsOnDay };

/** Reads it: one Query for the terms, one for each of them, one for the inbox, two for the pairs. Nothing for a service number that is not known. */
export async function ownOf(deps: WebDeps, actor: Actor, today: string): Promise<Own> {
  const { role, serviceNumber, mergedNumbers: mergedUnits } = actor;
  if (serviceNumber === undefined) return { terms: [], messages: [], pairs: { rows: [], tasks: [] } };
  const at = { ...deps, actor, today };
  const [{ rows }, inbox, pairs] = await Promise.all([
    mayTry(actor, "read-secondment")
      ? byOfficer(deps.store, serviceNumber, storedSummarySchema)
      : { rows: [] },
    listMessages(deps.store, { role, unit: serviceNumber, mergedUnits }, { limit: shownMessages }),
    ownPairs(deps, actor, today),
    deps.calendar.current(),
  ]);
  const newest = rows.toReversed().slice(0, mostTerms);
  const load = (id: string) => loadOrName(loadSecondment(deps.store, id, 1));
  const found = await Promise.all(newest.map(({ id }) => load(id)));
  const read = await Promise.all(
    found.filter((each) => each !== undefined).map((each) => readCase(at, each)),
  );
  const terms = read.map((each) => caseView(each, actor, today));
  return { terms: terms.toSorted((a, b) => rank(a) - rank(b)), messages: inbox.messages, pairs };
}

/** Loaded when somebody first looks: most starts of a function are for something else. */
async function ownPairs(deps: WebDeps, actor: Actor, today: string): Promise<PairsOnDay> {
  const { pairsOnDay } = await import("../pair/work.ts");
  return pairsOnDay(deps, actor, today);
}

/** Who serves looks at that; then at what waits for a ruling, at what is to come (a further term too), at the last one that ended. */
function rank({ record: { status, term }, today }: CaseView): number {
  if (status === "awaiting-ruling") return 1;
  if (status === "planned") return 2;
  if (status !== "serving" && status !== "under-review") return 3;
  return term.from <= today ? 0 : 2;
}
