import type { Change, Ground } from "../change.ts";
import { type LastAct, staleRevision } from "../changedMeanwhile.ts";
import { type Count, countOf } from "../count/count.ts";
import type { SecondmentEvent } from "../eventType.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Ruling } from "../ruling.ts";
import { ruledTerm, type Secondment } from "../secondment.ts";

/** What every act on a ruling says: the revision that was seen, and why. */
export type RulingInput = { seen?: number | undefined; reason: string };

/** Finds a ruling, unless it changed since it was seen. Refuses `unknown-ruling`, `changed-meanwhile`. */
export function findRuling({ secondment }: Ground, id: string, seen: number | undefined): Outcome<Ruling> {
  const ruling = secondment.rulings.find((each) => each.id === id);
  if (!ruling) return refuse("unknown-ruling");
  return staleRevision(seen, ruling.revision, lastActOn(ruling, secondment)) ?? accept(ruling);
}

/** The ruling that counts: the newest one that was not rejected. */
export function latestRuling({ rulings }: Pick<Secondment, "rulings">): Ruling | undefined {
  return rulings.findLast(({ state }) => state !== "rejected");
}

/** Whether the officer was heard on what is to be ruled: what they said before a make-up term is not about it. */
export function isHeard({ statements, rulings }: Pick<Secondment, "statements" | "rulings">): boolean {
  const madeUp = rulings.findLast(({ makeUp, state }) => makeUp !== undefined && state !== "reopened");
  const heardBefore = statements.findIndex(({ id }) => id === madeUp?.statementId) + 1;
  return statements.length > heardBefore;
}

/** The count that a ruling stands on. */
export function rulingCount({ secondment, scheme, calendar, today }: Ground): Count {
  return countOf(ruledTerm(secondment), scheme, calendar, today);
}

/** What the event of every act on a ruling says: which one, and how it and the secondment stand after the act. */
export type AboutRuling = { rulingId: string; status: Secondment["status"] } & Pick<
  Ruling,
  "outcome" | "state"
>;

/** The record with one ruling replaced, its revision grown, and the event that says so. */
export function changedRuling(
  after: Secondment,
  ruling: Ruling,
  eventOf: (about: AboutRuling) => SecondmentEvent,
): Change {
  const next = { ...ruling, revision: ruling.revision + 1 };
  const rulings = after.rulings.map((each) => (each.id === next.id ? next : each));
  const about = { rulingId: next.id, outcome: next.outcome, state: next.state, status: after.status };
  return { after: { ...after, rulings }, event: eventOf(about) };
}

/** Who changed a ruling last and when; a proposed one changes only by a further statement. */
function lastActOn(ruling: Ruling, { statements }: Secondment): LastAct {
  const { proposed, decided, notice, receipt, reviewRequest, reviewAnswer } = ruling;
  const said = reviewAnswer ?? reviewRequest;
  if (said) return said;
  if (receipt) return receipt;
  if (notice) return { by: notice.by, on: notice.issuedOn };
  return decided ?? (ruling.revision > 1 ? statements.at(-1) : undefined) ?? proposed;
}

/** Last day on which the officer may ask for a review of the ruling, while they may and did not. */
export function reviewOpenUntil(secondment: Secondment, today: string): string | undefined {
  const ruling = latestRuling(secondment);
  const until = ruling?.receipt?.reviewUntil;
  if (ruling?.state !== "in-force" || ruling.reviewRequest || until === undefined) return undefined;
  return until < today ? undefined : until;
}
