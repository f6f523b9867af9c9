import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Ruling } from "../ruling.ts";
import { refusedRuling } from "./refusedRuling.ts";
import { latestRuling, rulingCount } from "./rulingOf.ts";

const mostRulings = 50;

/** HR proposes how the year is ruled; it takes effect when somebody else approves it. */
export function proposeRuling(
  ground: Ground,
  input: { outcome: Ruling["outcome"]; reason: string },
): Outcome<Change> {
  const { secondment, calendar, actor, today } = ground;
  if (!mayTry(actor, "propose-ruling")) return refuse("not-for-this-role");
  if (isOwnCase(ground)) return refuse("own-case");
  const latest = latestRuling(secondment);
  if (latest?.state === "proposed") return refuse("ruling-already-proposed");
  if (latest?.state === "in-force" && latest.reviewRequest) return refuse("review-unanswered");
  if (secondment.rulings.length >= mostRulings)
    return refuse("too-many-rulings", undefined, { limit: mostRulings });
  const refused = refusedRuling(ground, input.outcome);
  if (refused) return refused;
  const { countedDays, limitDays } = rulingCount(ground);
  const statementId = secondment.statements.at(-1)?.id;
  const { outcome, reason } = input;
  const ruling: Ruling = {
    id: `r${secondment.rulings.length + 1}`,
    outcome,
    state: "proposed",
    revision: 1,
    proposed: { by: signature(actor), on: today, reason },
    countedDays,
    limitDays,
    calendarVersion: calendar.version,
    ...(statementId && { statementId }),
  };
  return accept({
    after: { ...secondment, rulings: [...secondment.rulings, ruling] },
    event: {
      type: "ruling.proposed",
      change: { rulingId: ruling.id, outcome, countedDays, limitDays, reason },
    },
  });
}
