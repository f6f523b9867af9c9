import type { Ground } from "@dunmiao/domain/change";
import { remembered } from "@dunmiao/domain/remembered";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { DueStep } from "@dunmiao/domain/steps";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { catchUp } from "@dunmiao/domain/year/catchUp";
import type { Acting } from "./engine/acting.ts";
import { rulesFor } from "./secondmentRules.ts";

/** What an act, a probe and a page stand on, and the steps that were due before it and are not written yet. */
export type Stood = { ground: Ground; earlier: readonly DueStep<Secondment>[] };

/**
 * The one way to a ground: the record with everything done that was due today, swept or not, under its scheme and a
 * calendar no older than its last recount. Commit, probes and pages judge the same record. Reads nothing but the rules,
 * which are cached.
 */
export async function groundOf(
  { store, calendar, actor, today }: Pick<Acting, "store" | "calendar" | "actor" | "today">,
  record: Secondment,
): Promise<Stood> {
  const rules = await rulesFor({ store, calendar }, record);
  const earlier = wasDue(record, rules.scheme, rules.calendar, today);
  return { ground: { secondment: earlier.at(-1)?.after ?? record, ...rules, actor, today }, earlier };
}

/** Of a record that was read before nothing is worked out again. */
const wasDue = remembered(
  (record: Secondment, ...[scheme, calendar, today]: [Scheme, WorkCalendar, string]) =>
    catchUp(record, { scheme, calendar }, today),
);
