import type { Officer } from "@dunmiao/domain/officer";
import { numberNow } from "@dunmiao/domain/officerCorrection";
import type { Pair } from "@dunmiao/domain/pair";
import { apprenticeFollows, mentorFollows } from "@dunmiao/domain/pair/followSecondment";
import type { Range } from "@dunmiao/domain/pair/mentorless";
import { mentorLeaves } from "@dunmiao/domain/pair/nameSubstitute";
import { renumberMember } from "@dunmiao/domain/pair/renumber";
import { refuse } from "@dunmiao/domain/refusal";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import type { Acting } from "./engine/acting.ts";
import { pairsLearnt, pairsLed } from "./pairsOf.ts";
import { type PairRule, type SealedPairs, sealPairs } from "./sealPairs.ts";

/** The days of a secondment, and where it takes somebody: none of it once it is withdrawn. */
export function daysOf(secondment: Secondment): Range | undefined {
  const { status, term } = secondment;
  return status === "withdrawn" ? undefined : { from: term.from, to: lastDayServed(secondment) };
}

/** Whether somebody who learns from this mentor is elsewhere on a secondment: one to the mentor's own branch is not. */
export function isElsewhere({ mentor }: Pair, { hostBranch }: Secondment): boolean {
  return mentor.branch.code !== hostBranch.code;
}

/**
 * The pairs that a secondment, planned, moved, ended or withdrawn, leaves without a mentor or with an apprentice
 * elsewhere, changed for the transaction that does it: none is an orphan a day later, or forgotten. One GetItem for those
 * that the officer leads, one Query for those in which they learn.
 */
export async function pairsOfSecondment(
  acting: Acting,
  ...terms: readonly Secondment[]
): Promise<SealedPairs> {
  return sealPairs(acting, onceEach(await rulesOfSecondment(acting, ...terms)));
}

/** What follows for each of these pairs. */
export async function rulesOfSecondment(
  acting: Acting,
  ...terms: readonly Secondment[]
): Promise<PairRule[]> {
  const rules: PairRule[] = [];
  for (const secondment of terms) {
    const serviceNumber = numberNow(secondment);
    const of = { source: secondment.id, days: daysOf(secondment) };
    const [led, learnt] = await Promise.all([
      pairsLed(acting.store, serviceNumber),
      pairsLearnt(acting.store, serviceNumber, secondment.term.from),
    ]);
    // A substitute is the pair's own to replace.
    const mentored = led.filter((each) => !each.isSubstitute);
    rules.push(...mentored.map(({ id }): PairRule => ({ id, rule: (ground) => mentorFollows(ground, of) })));
    for (const { id } of learnt)
      rules.push({
        id,
        rule: (ground) =>
          isElsewhere(ground.pair, secondment) ? apprenticeFollows(ground, of) : refuse("no-pause"),
      });
  }
  return rules;
}

/** Of several rules for one pair (a term, and a further one that follows) the last that changes something counts. */
export function onceEach(rules: readonly PairRule[]): PairRule[] {
  const byPair = Map.groupBy(rules, ({ id }) => id);
  return [...byPair].map(([id, each]) => ({
    id,
    rule: (ground) => {
      const outcomes = each.map(({ rule }) => rule(ground));
      return outcomes.findLast(({ ok }) => ok) ?? outcomes[0] ?? refuse("mentor-not-away");
    },
  }));
}

/** A mentor who is away from a day on, and why; not by a secondment, which says so itself. */
export type Gone = {
  serviceNumber: string;
  from: string;
  to?: string | undefined;
  why: "moved" | "leave" | "left" | "hr";
};

/** What follows for each pair of a mentor who is away. */
export async function rulesOfLeaver(
  acting: Acting,
  { serviceNumber, from, to, why }: Gone,
): Promise<PairRule[]> {
  const led = await pairsLed(acting.store, serviceNumber);
  return led
    .filter((each) => !each.isSubstitute && each.to >= from && (to === undefined || each.from <= to))
    .map(({ id, from: first }) => ({
      id,
      rule: (ground) => mentorLeaves(ground, { from: from < first ? first : from, ...(to && { to }), why }),
    }));
}

/**
 * The pairs of a number that is merged into another one, under the number that stays; where that one is of another unit,
 * those that it led are orphans.
 */
export async function pairsOfMerged(
  acting: Acting,
  { id: from, homeUnit }: Officer,
  into: Officer,
): Promise<SealedPairs> {
  const [led, learnt] = await Promise.all([
    pairsLed(acting.store, from),
    pairsLearnt(acting.store, from, ""),
  ]);
  const { id: serviceNumber, name, sex, birthMonth, kind } = into;
  const snapshot = { serviceNumber, name, sex, birthMonth, kind };
  const movedTo = into.homeUnit === homeUnit ? undefined : into.homeUnit;
  const ids = new Set([...led, ...learnt].map(({ id }) => id));
  const rules = [...ids].map(
    (id): PairRule => ({
      id,
      rule: (ground) => renumberMember(ground, { from, into: snapshot, movedTo }),
    }),
  );
  return sealPairs(acting, rules, { stands: true });
}
