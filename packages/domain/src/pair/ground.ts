import type { Subject } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { Change } from "../change.ts";
import type { EventOfKind } from "../eventType.ts";
import { leadingMember, type Pair, type PairMember } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import type { WorkCalendar } from "../workCalendar.ts";

/** What a pair is judged by. */
export type PairRules = { readonly scheme: PairScheme; readonly calendar: WorkCalendar };
/** What every rule about one pair stands on; nothing else decides. */
export type PairGround = PairRules & {
  readonly pair: Pair;
  readonly actor: Actor;
  /** Asia/Shanghai date of the act. */
  readonly today: string;
};

/** The pair as those see it who may read it: the two, whoever stood in for the mentor, and the units of all. */
export function readersOf({ mentor, apprentice, mentorAway }: Pair): Subject {
  const substitutes = mentorAway.flatMap(({ substitute }) => substitute ?? []);
  const members = [mentor, apprentice, ...substitutes];
  return { members, units: members.flatMap(unitsOf) };
}

/** The pair as those see it who decide about it: the two, and the unit that leads. */
export function decidersOf(pair: Pair): Subject {
  return { ...readersOf(pair), units: unitsOf(leadingMember(pair)) };
}

function unitsOf({ unit, branch }: Pick<PairMember, "unit" | "branch">) {
  return [unit, branch];
}

/** What a rule about a pair wants changed. */
export type PairChange = Change<Pair, EventOfKind<"pair">>;
