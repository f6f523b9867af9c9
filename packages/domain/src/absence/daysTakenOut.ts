import { type Absence, isEffective, isPending } from "../absence.ts";
import { dayNumber } from "../calendarDate.ts";
import type { Ground } from "../change.ts";
import { countedHalves, halvesGone } from "../count/countedHalves.ts";
import type { Whose } from "../count/workingHalf.ts";
import type { Secondment } from "../secondment.ts";
import { isDecidedElsewhere, isNearWarning } from "./lowering.ts";

/**
 * Days that a change of the term would take out of the count and that one person may not take out alone: days that are
 * past, that were found or that somebody above the actor approved, or any where what is at stake has reached the first
 * warning, those that wait for a decision among them; undefined where it takes none. Such days are corrected one by
 * one, by two people.
 */
export function daysTakenOut(
  ground: Ground,
  after: Pick<Secondment, "term" | "endedOn"> & Whose,
): { countedDays: number; days: number } | undefined {
  const { secondment, today } = ground;
  const standing = secondment.absences.filter((each) => isEffective(each) || isPending(each));
  const before = countedHalves(secondment, standing, ground);
  const gone = halvesGone(before, countedHalves(after, standing, ground));
  const isPast = gone.some((half) => half < dayNumber(today) * 2);
  const isOthers = standing.some(
    (each) => isDecidedElsewhere(ground, each) && losesDays(ground, each, after),
  );
  if (!isPast && !isOthers && (gone.length === 0 || !isNearWarning(ground))) return undefined;
  return { countedDays: before.size / 2, days: gone.length / 2 };
}

/** Whether an absence by itself counts less afterwards, whatever else covers its days. */
function losesDays(ground: Ground, absence: Absence, after: Parameters<typeof daysTakenOut>[1]): boolean {
  const own = countedHalves(ground.secondment, [absence], ground);
  return halvesGone(own, countedHalves(after, [absence], ground)).length > 0;
}
