import { type Absence, type AbsenceFacts, absenceInputSchema, isEffective, isPending } from "../absence.ts";
import { addDays } from "../calendarDate.ts";
import { type Refused, refuse } from "../refusal.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";

type Facts = Pick<AbsenceFacts, "from" | "to" | "fromHalf" | "toHalf">;
type Proposal = NonNullable<Absence["proposal"]>;
type Whole = Omit<Absence, "id">;

/**
 * The part of absences that reaches beyond the last day of a term, as the further term begins with it: what was approved
 * or waits stands there too, and so does what somebody proposed of it. In one record alone those days would be outside
 * its term, and count in none.
 */
export function crossingInto(
  { absences }: Pick<Secondment, "absences">,
  { from, on }: { from: string; on: string },
): Absence[] {
  return absences
    .filter((each) => isEffective(each) || isPending(each))
    .flatMap((each) => (each.to >= from ? partFrom(each, { from, on }) : (lengthenedFrom(each, from) ?? [])))
    .map((each, index) => ({ ...each, id: `a${index + 1}` }));
}

function partFrom(absence: Absence, { from, on }: { from: string; on: string }): Whole {
  const { id: _, proposal, effective, ...rest } = absence;
  const part = clipped(rest, from);
  const carried = proposal && proposalFrom(proposal, part, from);
  return {
    ...part,
    ...(effective && { effective: { on, version: 1 } }),
    ...(carried && { proposal: carried }),
  };
}

/** What is proposed of the days from then on: to take them out is to void them there. */
function proposalFrom(proposal: Proposal, part: AbsenceFacts, from: string): Proposal | undefined {
  const { facts, day, ...rest } = proposal;
  if (facts) return facts.to >= from ? { ...rest, facts: clipped(facts, from) } : { ...rest, act: "void" };
  if (day === undefined) return rest;
  if (day > from) return proposal;
  // The first day is no longer in the middle: without it the part begins a day later.
  const { fromHalf: _, ...later } = absenceInputSchema.parse(part);
  return day === from ? { ...rest, act: "amend", facts: { ...later, from: addDays(day, 1) } } : undefined;
}

/** Leave that would reach over the join if its correction were approved: the days after it wait there as if asked for. */
function lengthenedFrom({ kind, proposal }: Absence, from: string): Whole | undefined {
  if (!proposal?.facts || proposal.facts.to < from) return undefined;
  const { facts, evidence, by, on } = proposal;
  return {
    kind,
    state: kind === "request" ? "requested" : "recorded",
    revision: 1,
    ...clipped(facts, from),
    ...(evidence && { evidence }),
    recordedBy: by,
    recordedOn: on,
    decisions: [],
  };
}

function clipped<F extends Facts>({ fromHalf, ...facts }: F, from: string) {
  return {
    ...facts,
    from: facts.from < from ? from : facts.from,
    ...(fromHalf && facts.from >= from && { fromHalf }),
  };
}

/**
 * An absence over the day on which one term of an officer follows on the other is entered in both, each its own days:
 * refused as `crosses-terms`.
 */
export function refusedCrossing(secondment: Secondment, facts: AbsenceFacts): Refused | undefined {
  const { term, continues, extension } = secondment;
  const params = { from: term.from, to: lastDayServed(secondment) };
  if (extension?.state === "granted" && facts.to > params.to) return refuse("crosses-terms", "to", params);
  return continues && facts.from < params.from ? refuse("crosses-terms", "from", params) : undefined;
}
