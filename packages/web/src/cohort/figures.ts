import { type SecondmentStatus, secondmentStatuses } from "@dunmiao/domain/secondment";
import type { Summary } from "@dunmiao/domain/summary";
import { isFurther } from "../secondment/list.ts";
import { type Risk, riskOf, risks, wouldExceed } from "../secondment/risk.ts";

/** One district (branch) of a cohort; days are working days off post per term. */
export type BranchFigures = {
  code: string;
  name: string;
  people: number;
  women: number;
  averageDays: number;
  mostDays: number;
  /** At the limit or above it. */
  atLimitOrAbove: number;
  /** What waits for the person with the most days; of several the most. */
  mostPending: number;
  /** Within the limit, and over it with everything pending. */
  wouldExceed: number;
};

/**
 * The counts of a cohort; every one has a filter of the list that opens exactly the rows behind it. People are counted
 * by their first terms; what a term has (status, days, to-dos) by all terms.
 */
export type CohortFigures = {
  total: number;
  furtherTerms: number;
  women: number;
  bornIn1990s: number;
  pending: number;
  provisional: number;
  withTodos: number;
  /** Within the limit, and over it with everything pending; part of the bands. */
  wouldExceed: number;
  byBranch: BranchFigures[];
  byStatus: Record<SecondmentStatus, number>;
  byRisk: Record<Risk, number>;
};

/** Counts a cohort from the summaries of its terms; the bands and statuses each add up to all terms. */
export function cohortFigures(terms: readonly Summary[]): CohortFigures {
  const people = terms.filter((term) => !isFurther(term));
  const count = (test: (term: Summary) => boolean) => terms.filter(test).length;
  return {
    total: people.length,
    furtherTerms: terms.length - people.length,
    women: people.filter((person) => person.sex === "female").length,
    bornIn1990s: people.filter((person) => person.born.startsWith("199")).length,
    pending: count((person) => person.pending > 0),
    provisional: count((person) => person.countsProvisional === true),
    withTodos: count((person) => person.todos.length > 0),
    wouldExceed: count(wouldExceed),
    byBranch: branchFigures(terms),
    byStatus: tally(secondmentStatuses, terms, (person) => person.status),
    byRisk: tally(risks, terms, bandOf),
  };
}

function tally<Key extends string>(
  keys: readonly Key[],
  people: readonly Summary[],
  keyOf: (person: Summary) => Key,
): Record<Key, number> {
  const counts = Object.groupBy(people, keyOf);
  const entries = keys.map((key): [Key, number] => [key, counts[key]?.length ?? 0]);
  return fromEntries(entries);
}

/** `Object.fromEntries` forgets the keys' type. */
function fromEntries<Key extends string>(entries: readonly [Key, number][]): Record<Key, number>;
function fromEntries(entries: readonly [string, number][]): Record<string, number> {
  return Object.fromEntries(entries);
}

function bandOf({ counted, limit }: Summary): Risk {
  return riskOf(counted, limit);
}

function branchFigures(terms: readonly Summary[]): BranchFigures[] {
  return [...Map.groupBy(terms, (term) => term.branch[0])]
    .map(([code, there]) => ({
      ...daysOf(there),
      code,
      name: there[0]?.branch[1] ?? code,
      people: there.filter((person) => !isFurther(person)).length,
      women: there.filter((person) => !isFurther(person) && person.sex === "female").length,
    }))
    .toSorted((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));
}

function daysOf(there: readonly Summary[]) {
  const mostDays = Math.max(...there.map((person) => person.counted));
  const most = there.filter((person) => person.counted === mostDays);
  return {
    averageDays: there.reduce((sum, person) => sum + person.counted, 0) / there.length,
    mostDays,
    mostPending: Math.max(...most.map((person) => person.pending)),
    atLimitOrAbove: there.filter((person) => person.counted >= person.limit).length,
    wouldExceed: there.filter(wouldExceed).length,
  };
}
