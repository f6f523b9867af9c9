import { isEffective, isPending } from "./absence.ts";
import type { Ground } from "./change.ts";
import { countDays } from "./count.ts";
import type { Secondment } from "./secondment.ts";

/**
 * Days that a change of the term would take out of a count at or above the first warning, those that wait for a
 * decision among them; undefined where it takes none. Such days are corrected one by one, by two people.
 */
export function daysTakenOut(
  { secondment, scheme, calendar }: Ground,
  after: Pick<Secondment, "term" | "endedOn">,
): { countedDays: number; days: number } | undefined {
  const standing = secondment.absences.filter((each) => isEffective(each) || isPending(each));
  const counted = (subject: Pick<Secondment, "term" | "endedOn">) =>
    countDays(subject, standing, { scheme, calendar });
  const countedDays = counted(secondment);
  const days = countedDays - counted(after);
  return days > 0 && countedDays >= Math.min(...scheme.warnAtDays) ? { countedDays, days } : undefined;
}
