import { isOwnCase, isSamePerson } from "../access.ts";
import { signature } from "../actor.ts";
import { type Contribution, contributionSchema } from "../award.ts";
import type { Change, Ground } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { lastDayServed } from "../secondment.ts";

export const contributionInputSchema = contributionSchema.pick({
  kind: true,
  title: true,
  area: true,
  month: true,
  evidence: true,
});
export type ContributionInput = Pick<Contribution, "kind" | "title" | "area" | "month" | "evidence">;
export type ContributionDecision = { seen?: number | undefined; reason?: string | undefined };

const mostContributions = 60;
/** The officer, the station or HR reports a result of a month of the term; it counts once somebody else verified it. */
export function reportContribution(ground: Ground, input: ContributionInput): Outcome<Change> {
  const { secondment, actor, today } = ground;
  const { contributions } = secondment;
  const refused = notReportable(ground, input);
  if (refused) return refused;
  if (contributions.length >= mostContributions)
    return refuse("too-many-contributions", undefined, { limit: mostContributions });
  const contribution: Contribution = {
    ...input,
    id: `k${contributions.length + 1}`,
    state: "reported",
    revision: 1,
    recorded: { by: signature(actor), on: today },
  };
  const { id: contributionId, kind, title, month } = contribution;
  return accept({
    after: { ...secondment, contributions: [...contributions, contribution] },
    event: { type: "contribution.reported", change: { contributionId, kind, title, month } },
  });
}

function notReportable(
  { secondment, scheme, actor, today }: Ground,
  input: ContributionInput,
): Refused | undefined {
  const { status, term } = secondment;
  if (!mayTry(actor, "report-contribution")) return refuse("not-for-this-role");
  if (status === "planned" || status === "withdrawn") return refuse("closed-to-facts", undefined, { status });
  if (!scheme.dutyAreas.some(({ key }) => key === input.area)) return refuse("unknown-duty-area", "area");
  const from = term.from.slice(0, 7);
  const to = lastDayServed(secondment).slice(0, 7);
  if (input.month < from || input.month > to) return refuse("month-outside-term", "month", { from, to });
  if (input.month > today.slice(0, 7)) return refuse("in-the-future", "month", { today });
  return input.evidence && refusedDocumentDate(input.evidence.date, today, "evidence.date");
}

/** A second person of the host or HR confirms that it is so. */
export function verifyContribution(ground: Ground, id: string, input: ContributionDecision): Outcome<Change> {
  const found = findFor(ground, id, { seen: input.seen, act: "verify" });
  if (!found.ok) return found;
  const { state } = found.value;
  if (state !== "reported") return refuse("not-waiting-for-verification", undefined, { state });
  const verified = { by: signature(ground.actor), on: ground.today };
  return accept(changed(ground, { ...found.value, state: "verified", verified }, input.reason));
}

/**
 * The branch or HR says whether a verified contribution is adopted, by neither who reported nor who verified it; one
 * that nobody could verify can be turned down.
 */
export function decideContribution(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined; reason: string; outcome: "adopted" | "not-adopted" },
): Outcome<Change> {
  const { seen, reason, outcome } = input;
  const found = findFor(ground, id, { seen, act: "decide" });
  if (!found.ok) return found;
  const { state } = found.value;
  const mayBe = outcome === "adopted" ? ["verified"] : ["reported", "verified"];
  if (!mayBe.includes(state)) return refuse("not-waiting-for-adoption", undefined, { state });
  const decided = { by: signature(ground.actor), on: ground.today, reason };
  return accept(changed(ground, { ...found.value, state: outcome, decided }, reason));
}

function findFor(
  { secondment, actor }: Ground,
  id: string,
  { seen, act }: { seen: number | undefined; act: "verify" | "decide" },
): Outcome<Contribution> {
  const found = secondment.contributions.find((each) => each.id === id);
  if (!found) return refuse("unknown-contribution");
  if (!mayTry(actor, `${act}-contribution`)) return refuse("not-for-this-role");
  if (isOwnCase({ actor, secondment })) return refuse("own-case");
  const actedBefore = act === "decide" ? [found.recorded, found.verified] : [found.recorded];
  if (isSamePerson(actor, ...actedBefore.map((each) => each?.by))) return refuse("same-person-decides");
  const last = found.decided ?? found.verified ?? found.recorded;
  return staleRevision(seen, found.revision, last) ?? accept(found);
}

type Decided = Contribution & { state: Exclude<Contribution["state"], "reported"> };

function changed({ secondment }: Ground, contribution: Decided, reason: string | undefined): Change {
  const next = { ...contribution, revision: contribution.revision + 1 };
  const contributions = secondment.contributions.map((each) => (each.id === next.id ? next : each));
  const facts = { contributionId: next.id, state: next.state, ...(reason && { reason }) };
  return {
    after: { ...secondment, contributions },
    event: { type: `contribution.${next.state}`, change: facts },
  };
}
