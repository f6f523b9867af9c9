import type { Absence } from "../absence.ts";
import type { Ground } from "../change.ts";
import { type Count, countOf } from "../count/count.ts";
import type { Secondment } from "../secondment.ts";
import { type AbsenceShare, absenceShares } from "./absenceShares.ts";
import { withAbsence } from "./decision.ts";
import { divided } from "./takeDayOut.ts";

/** The count now, after the decision that an absence waits for, and after everything that is pending. */
export type Forecast = { now: Count; after: Count; withPendingDays: number; rises: boolean };

/** Undefined when no decision is open that would change the count. */
export function forecastOf(ground: Ground, absence: Absence): Forecast | undefined {
  const { secondment, scheme, calendar, today } = ground;
  const decided = onceDecided(ground, absence);
  if (!decided) return undefined;
  const now = countOf(secondment, scheme, calendar, today);
  const after = countOf(decided, scheme, calendar, today);
  return {
    now,
    after,
    withPendingDays: after.countedDays + after.pendingDays,
    rises: after.countedDays > now.countedDays,
  };
}

/** What of the absence counts once the decision that it waits for is taken, and why the rest does not; of days on file now when none is open. */
export function shareOnceDecided({ secondment, scheme, calendar }: Ground, absence: Absence): AbsenceShare {
  const decided = withAbsence(secondment, decidedOf(absence) ?? absence);
  const share = absenceShares(decided, { scheme, calendar }).find(({ id }) => id === absence.id);
  if (!share) throw new Error(`absence ${absence.id} is not on file`);
  return share;
}

function onceDecided(ground: Ground, absence: Absence): Secondment | undefined {
  const day = absence.proposal?.day;
  if (day !== undefined) return divided(ground, absence, day);
  const decided = decidedOf(absence);
  return decided && withAbsence(ground.secondment, decided);
}

function decidedOf(absence: Absence): Absence | undefined {
  const { proposal } = absence;
  if (proposal?.act === "void") return { ...absence, state: "void" };
  if (proposal) {
    const { fromHalf: _from, toHalf: _to, ...undated } = absence;
    return { ...undated, ...proposal.facts };
  }
  if (absence.state === "requested") return { ...absence, state: "approved" };
  return absence.state === "recorded" ? { ...absence, state: "confirmed" } : undefined;
}
