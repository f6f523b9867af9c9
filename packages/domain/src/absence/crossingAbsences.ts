import { type Absence, type AbsenceFacts, isEffective, isPending } from "../absence.ts";
import { type Refused, refuse } from "../refusal.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";

/**
 * The part of absences that reaches beyond the last day of a term, as the further term begins with it: what was approved
 * or waits stands there too. In one record alone those days would be outside its term, and count in none.
 */
export function crossingInto(
  { absences }: Pick<Secondment, "absences">,
  { from, on }: { from: string; on: string },
): Absence[] {
  return absences
    .filter((each) => each.to >= from && (isEffective(each) || isPending(each)))
    .map(({ fromHalf, proposal: _, effective, ...rest }, index) => ({
      ...rest,
      id: `a${index + 1}`,
      from: rest.from < from ? from : rest.from,
      ...(fromHalf && rest.from >= from && { fromHalf }),
      ...(effective && { effective: { on, version: 1 } }),
    }));
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
