import { isEffective } from "@dunmiao/domain/absence";
import type { Actor } from "@dunmiao/domain/actor";
import { dateOf, dayNumber, earlierOf } from "@dunmiao/domain/calendarDate";
import type { Cohort } from "@dunmiao/domain/cohort";
import type { TermDays } from "@dunmiao/domain/cohort/districtDays";
import { countDays } from "@dunmiao/domain/count/count";
import type { Scheme } from "@dunmiao/domain/scheme";
import { ruledTerm, type Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { loadRecord } from "@dunmiao/store/engine/record";
import { groundOf } from "@dunmiao/store/ground";
import { cohortSummaries, secondmentNoun } from "@dunmiao/store/secondment";
import type { WebDeps } from "../deps.ts";
import { isFurther } from "../secondment/list.ts";

type NamedCohort = Pick<Cohort, "id" | "name" | "startsOn">;
/** One term with the rules that it stands under. */
export type TermOfCohort = { record: Secondment; scheme: Scheme; isFurther: boolean };
export type CohortTerms = {
  cohort: NamedCohort;
  calendar: WorkCalendar;
  terms: readonly TermOfCohort[];
  /** First terms: days off post up to today. */
  now: readonly TermDays[];
  /** The cohort that began last before this one, up to the same day of its term; undefined for the first cohort. */
  last: { cohort: NamedCohort; until: string; terms: readonly TermDays[] } | undefined;
};

const recordsAtOnce = 20;

type Reading = WebDeps & { actor: Actor; today: string };

/**
 * Every record of a cohort and of the one before it: a Query of each cohort, one GetItem a term. The whole records are
 * read because a workbook lists absences and checkpoints with what they count, which no list keeps; each is shown with
 * everything done that is due today, as its own page.
 */
export async function cohortTerms(deps: Reading, cohort: NamedCohort): Promise<CohortTerms> {
  const { today } = deps;
  const [calendar, cohorts] = await Promise.all([deps.calendar.current(), deps.cohorts.current()]);
  const before = cohorts
    .filter(({ startsOn }) => startsOn < cohort.startsOn)
    .toSorted((one, other) => other.startsOn.localeCompare(one.startsOn))[0];
  const terms = await termsOf(deps, cohort.id);
  const now = daysOf(terms, calendar, today);
  if (!before) return { cohort, calendar, terms, now, last: undefined };
  const passed = Math.max(0, dayNumber(today) - dayNumber(cohort.startsOn));
  const until = earlierOf(dateOf(dayNumber(before.startsOn) + passed), today);
  const last = daysOf(await termsOf(deps, before.id), calendar, until);
  return { cohort, calendar, terms, now, last: { cohort: before, until, terms: last } };
}

async function termsOf(deps: Reading, cohortId: string): Promise<TermOfCohort[]> {
  const { store } = deps;
  const people = await cohortSummaries(store, cohortId);
  const ordered = people.toSorted((one, other) => one.id.localeCompare(other.id, "en", { numeric: true }));
  const terms: TermOfCohort[] = [];
  for (let at = 0; at < ordered.length; at += recordsAtOnce) {
    const read = ordered.slice(at, at + recordsAtOnce).map(async (each): Promise<TermOfCohort[]> => {
      const record = await loadRecord(store, secondmentNoun, each.id);
      if (!record) return [];
      const { secondment, scheme } = (await groundOf(deps, record)).ground;
      return [{ record: secondment, scheme, isFurther: isFurther(each) }];
    });
    terms.push(...(await Promise.all(read)).flat());
  }
  return terms;
}

/** Days off post of the first terms, of what stands today, up to a day of the calendar. */
function daysOf(terms: readonly TermOfCohort[], calendar: WorkCalendar, until: string): TermDays[] {
  return terms
    .filter((each) => !each.isFurther)
    .map(({ record, scheme }) => {
      const { code, name } = record.hostBranch;
      const effective = record.absences.filter(isEffective);
      return {
        branch: [code, name],
        days: countDays(ruledTerm(record), effective, { scheme, calendar, until }),
      };
    });
}
