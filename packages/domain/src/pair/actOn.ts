import { isConcerned, isPerson, isSamePerson } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { Activity, Pair } from "../pair.ts";
import { may, type PermittedAct } from "../permissions.ts";
import { type Refused, refuse } from "../refusal.ts";
import { decidersOf, type PairGround } from "./ground.ts";

/** Why somebody may not do this to a pair, or why it does not run: `forbidden`, `pair-not-active`. */
export function refusedAct({ pair, actor }: PairGround, act: PermittedAct): Refused | undefined {
  if (!may(actor, act, decidersOf(pair))) return refuse("forbidden");
  const { status } = pair;
  return status === "active" ? undefined : refuse("pair-not-active", undefined, { status });
}

/** The same of what belongs into the file: it is completed after the end, too, but of one that never counted. */
export function refusedEntry(ground: PairGround, act: PermittedAct): Refused | undefined {
  const { status } = ground.pair;
  const isOver = status !== "active" && status !== "proposed" && status !== "dissolved";
  return refusedAct(isOver ? { ...ground, pair: { ...ground.pair, status: "active" } } : ground, act);
}

/**
 * Whether somebody is, or was, one of the two, by number or by the account that entered something as one of them: who
 * signs, tests or decides is another person.
 */
export function isMember(pair: Pair, actor: Actor): boolean {
  const { mentor, apprentice, mentorAway, activities } = pair;
  const substitutes = mentorAway.flatMap(({ substitute }) => substitute ?? []);
  const numbers = [mentor, apprentice, ...substitutes].map(({ officer }) => officer.serviceNumber);
  return (
    isConcerned(actor, ...numbers) ||
    activities.some(({ side, recorded }) => side !== "unit" && isSamePerson(actor, recorded.by))
  );
}

/** On whose side somebody stands on a day: of the mentor (or who stands in), of the apprentice, or of a unit. */
export function sideOf(pair: Pair, actor: Actor, on: string): Activity["side"] {
  if (isPerson(actor, pair.apprentice.officer.serviceNumber)) return "apprentice";
  return isPerson(actor, pair.mentor.officer.serviceNumber, ...substitutesOn(pair, on)) ? "mentor" : "unit";
}

function substitutesOn({ mentorAway }: Pair, on: string): string[] {
  return mentorAway.flatMap(({ substitute }) =>
    substitute && substitute.from <= on && on <= (substitute.to ?? on)
      ? [substitute.officer.serviceNumber]
      : [],
  );
}
