import { isEffective } from "../absence.ts";
import type { Change } from "../change.ts";
import { countDays } from "../count/count.ts";
import type { EventOf } from "../eventType.ts";
import { standingRuling } from "../ruling/ruledCount.ts";
import type { Scheme } from "../scheme.ts";
import { isOpenToFacts, ruledTerm, type Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";

type Rules = { scheme: Scheme; calendar: WorkCalendar };

/**
 * Days that a term hands on to the further one: its own count, what it was ruled on once it is, and what was handed to
 * it; 0 where the scheme counts anew. What a make-up term has made up is not handed on as missed.
 */
export function daysHandedOn(secondment: Secondment, rules: Rules): number {
  if (rules.scheme.extensionResetsCount) return 0;
  const effective = secondment.absences.filter(isEffective);
  const countedDays =
    standingRuling(secondment)?.countedDays ?? countDays(ruledTerm(secondment), effective, rules);
  const missed = Math.max(0, countedDays - (secondment.madeUpDays ?? 0));
  return (secondment.continues?.carriedDays ?? 0) + missed;
}

/**
 * The further term with what the term before it hands on now; undefined where nothing changes, or where it was ruled
 * itself. Written with every change of the term before, in the same transaction, so that no decision on the further
 * term ever stands on days that are no longer true.
 */
export function carriedOn(
  before: Secondment,
  further: Secondment,
  { today, ...rules }: Rules & { today: string },
): Change<Secondment, EventOf<"term.carried-days-changed">> | undefined {
  const carriedDays = daysHandedOn(before, rules);
  const { continues } = further;
  if (!continues || continues.carriedDays === carriedDays || !isOpenToFacts(further)) return undefined;
  const change = { from: before.id, carriedDaysBefore: continues.carriedDays, carriedDays };
  return {
    after: { ...further, continues: { ...continues, carriedDays, changedOn: today } },
    event: { type: "term.carried-days-changed", change },
  };
}
