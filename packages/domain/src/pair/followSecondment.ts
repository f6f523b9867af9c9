import { addDays, earlierOf, laterOf } from "../calendarDate.ts";
import { lastDayOfPair, type Pair } from "../pair.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { partsOf } from "./awayParts.ts";
import type { PairChange, PairGround } from "./ground.ts";
import type { Range } from "./mentorless.ts";
import { mentorLeaves, mentorReturns } from "./nameSubstitute.ts";
import { pausePair, resumePair } from "./pauses.ts";

/** A secondment, and the days that it takes somebody away; none where it was withdrawn. */
export type Secondment = { readonly source: string; readonly days: Range | undefined };

/**
 * A mentor's days away as a secondment has them now: gone, longer, shorter or not at all. Refuses what changes nothing
 * (`away-overlaps`, `mentor-not-away`), and `pair-not-active`.
 */
export function mentorFollows(ground: PairGround, of: Secondment): Outcome<PairChange> {
  const { mentorAway } = ground.pair;
  const lastPart = partsOf(mentorAway, { source: of.source, on: ground.today }).at(-1);
  return follow(ground, of, {
    known: mentorAway,
    leaves: (at, days) => mentorLeaves(at, { ...days, why: "secondment", source: of.source }),
    returns: (at, on) => mentorReturns(at, { on, source: of.source }),
    lengthen: (pair, to) => ({
      after: {
        ...pair,
        mentorAway: mentorAway.map((each) => (each === lastPart ? { ...each, to } : each)),
      },
      event: {
        type: "pair.mentor-away",
        change: { ...firstDay(mentorAway, of), to, why: "secondment", source: of.source },
      },
    }),
  });
}

/** The same for an apprentice who is elsewhere. */
export function apprenticeFollows(ground: PairGround, of: Secondment): Outcome<PairChange> {
  const { pauses = [] } = ground.pair;
  return follow(ground, of, {
    known: pauses,
    leaves: (at, days) => pausePair(at, { ...days, why: "secondment", source: of.source }),
    returns: (at, on) => resumePair(at, { on, source: of.source }),
    lengthen: () => undefined,
  });
}

type Known = { from: string; to?: string | undefined; source?: string | undefined };
type Acts = {
  known: readonly Known[];
  leaves: (at: PairGround, days: Range) => Outcome<PairChange>;
  returns: (at: PairGround, on: string) => Outcome<PairChange>;
  /** Undefined where days that grow are gone anew. */
  lengthen: (pair: Pair, to: string) => PairChange | undefined;
};

function follow(ground: PairGround, { source, days }: Secondment, acts: Acts): Outcome<PairChange> {
  const { pair } = ground;
  const parts = acts.known
    .filter((each) => each.source === source)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const [first] = parts;
  // Days with one substitute after another are parts of the same absence.
  const found = first && { from: first.from, to: parts.at(-1)?.to };
  const wanted = days && within(pair, days);
  if (!found) return wanted ? acts.leaves(ground, free(wanted, acts.known)) : refuse("mentor-not-away");
  if (!wanted) return acts.returns(ground, found.from);
  const last = found.to ?? lastDayOfPair(pair);
  if (wanted.from !== found.from) return anew(ground, { found, wanted }, acts);
  if (wanted.to < last) return acts.returns(ground, addDays(wanted.to, 1));
  if (wanted.to === last) return refuse("away-overlaps");
  const longer = acts.lengthen(
    pair,
    free(
      wanted,
      acts.known.filter((each) => !parts.includes(each)),
    ).to,
  );
  return longer ? accept(longer) : anew(ground, { found, wanted }, acts);
}

/** Never gone on the days known, and gone on others. */
function anew(
  ground: PairGround,
  { found, wanted }: { found: Pick<Known, "from">; wanted: Range },
  acts: Acts,
): Outcome<PairChange> {
  const back = acts.returns(ground, found.from);
  return back.ok ? acts.leaves({ ...ground, pair: back.value.after }, wanted) : back;
}

function within(pair: Pair, days: Range): Range | undefined {
  const from = laterOf(days.from, pair.term.from);
  const to = earlierOf(days.to, lastDayOfPair(pair));
  return from <= to ? { from, to } : undefined;
}

/** The days before the next ones that are known: nobody is away twice on one day. */
function free(days: Range, known: readonly Known[]): Range {
  const next = known
    .map(({ from }) => from)
    .filter((from) => from > days.from && from <= days.to)
    .toSorted()[0];
  return next === undefined ? days : { ...days, to: addDays(next, -1) };
}

function firstDay(known: readonly Known[], { source }: Secondment): { from: string } {
  const found = known.find((each) => each.source === source);
  return { from: found?.from ?? "" };
}
