import type { Actor } from "@dunmiao/domain/actor";
import { addMonths } from "@dunmiao/domain/calendarDate";
import { may, reachOf } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { QuotaFacts } from "@dunmiao/domain/unit/quota";
import { byCohort } from "@dunmiao/store/engine/lists";
import { listForces } from "@dunmiao/store/force";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { WebDeps } from "../deps.ts";

/** Further terms and make-up terms run on after their cohort's last day. */
const monthsAfterEnd = 24;

/** What the quota of a day is counted from, as somebody may read it: one Query for units, one for each cohort that may have people down. */
export async function loadQuota(deps: WebDeps, actor: Actor, today: string): Promise<QuotaFacts<Summary>> {
  const { store } = deps;
  const [forces, units, cohorts] = await Promise.all([
    listForces(store),
    deps.units.current(),
    deps.cohorts.current(),
  ]);
  const open = cohorts.filter(({ endsOn }) => endsOn >= addMonths(today, -monthsAfterEnd));
  const lists = await Promise.all(open.map(({ id }) => byCohort(store, id, storedSummarySchema)));
  const sent = lists.flatMap(({ rows }) => rows.map(({ summary }) => summary));
  const isSeen = (code: string) =>
    may(actor, "read-quota", { unit: { code, parent: units.get(code)?.parent } });
  const seen = new Map([...forces].filter(([code]) => isSeen(code)));
  const isWhole = reachOf(actor.role, "read-quota") === "bureau";
  // Whoever sees a part of the units sees those who were sent from there.
  return {
    forces: seen,
    units,
    sent: isWhole ? sent : sent.filter(({ sending: [code] }) => isSeen(code)),
  };
}
