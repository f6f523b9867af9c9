import * as z from "zod";
import { signature } from "../actor.ts";
import { addDays, calendarDateSchema, earlierOf, laterOf } from "../calendarDate.ts";
import { type Officer, serviceNumberInputSchema } from "../officer.ts";
import { awayReasons, lastDayOfPair, type MentorAway, type PairMember } from "../pair.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";
import { refusedAct } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { type Range, without } from "./mentorless.ts";
import type { Elsewhere } from "./pauses.ts";
import { memberOf } from "./planPair.ts";

export const substituteInputSchema = z.object({
  why: z.enum(awayReasons),
  /** First day without the mentor, or of the substitute. */
  from: calendarDateSchema,
  to: calendarDateSchema.optional(),
  /** Nobody yet: the pair is an orphan from that day. */
  substitute: serviceNumberInputSchema.optional(),
});
export type SubstituteInput = z.infer<typeof substituteInputSchema>;
/** The substitute as they are on file, and the units. */
export type SubstituteOnFile = { officer: Officer | undefined; units: ReadonlyMap<string, Unit> };

const mostAbsences = 12;

/**
 * Says that the mentor is away from a day on, and who leads meanwhile. A substitute for days that are known to be
 * without a mentor goes to them, and the same first day with a last one says when the mentor is back; else nobody is
 * away twice on one day (`away-overlaps`).
 */
export function nameSubstitute(
  ground: PairGround,
  input: SubstituteInput,
  onFile: SubstituteOnFile,
): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const refused = refusedAct(ground, "substitute-mentor") ?? refusedDays(ground, input);
  if (refused) return refused;
  const member = input.substitute === undefined ? undefined : substituteOf(ground, input.substitute, onFile);
  if (member && !member.ok) return member;
  const { from, to, why } = input;
  const days = { from, ...(to && { to }) };
  const told = { by: signature(actor), on: today };
  const substitute = member && { ...member.value, ...days, named: told };
  const last = lastDayOfPair(pair);
  const known = pair.mentorAway.find((each) => meets(each, days, last));
  const isForKnown = known && !known.substitute && substitute && known.from <= from;
  const isBack = known && known.from === from && to !== undefined && !substitute;
  if (known && !isForKnown && !isBack)
    return refuse("away-overlaps", "from", { from: known.from, to: known.to ?? last });
  const mentorAway: MentorAway[] = known
    ? pair.mentorAway.map((each) =>
        each === known ? { ...each, ...(isBack ? { to } : { substitute }) } : each,
      )
    : [...pair.mentorAway, { ...days, why, told, ...(substitute && { substitute }) }];
  return accept({
    after: { ...pair, mentorAway },
    event: {
      type: "pair.mentor-away",
      change: { ...days, why, ...(substitute && { substitute: substitute.officer.serviceNumber }) },
    },
  });
}

/**
 * What follows for a pair whose mentor goes elsewhere by another decision: away on those days that were not known yet; of
 * a secondment, whose days move as one, on the first of them. Refuses `pair-not-active` and, where all of them were known,
 * `away-overlaps`.
 */
export function mentorLeaves(
  { pair, actor, today }: PairGround,
  { from, to, why, source }: Elsewhere,
): Outcome<PairChange> {
  const { status } = pair;
  if (status !== "active" && status !== "proposed") return refuse("pair-not-active", undefined, { status });
  const last = lastDayOfPair(pair);
  const news = daysApart({ from, to: to ?? last }, pair.mentorAway, last);
  const [first] = news;
  if (!first) return refuse("away-overlaps", "from", { from, to: to ?? last });
  const said = { why, ...(source && { source }), told: { by: signature(actor), on: today } };
  const away = (source === undefined ? news : [first]).map((days): MentorAway => {
    const isOpen = to === undefined && days.to === last;
    return { ...(isOpen ? { from: days.from } : days), ...said };
  });
  return accept({
    after: { ...pair, mentorAway: [...pair.mentorAway, ...away] },
    event: {
      type: "pair.mentor-away",
      change: { from: first.from, ...(to && { to }), why, ...(source && { source }) },
    },
  });
}

/**
 * The same of a mentor who moves to another unit today, from the first day of the pair on where that is to come. Refuses
 * `mentor-not-away` where the pair knows the mentor as one of that unit.
 */
export function moverLeaves(ground: PairGround, unit: string): Outcome<PairChange> {
  const { pair, today } = ground;
  const from = laterOf(today, pair.term.from);
  if (pair.mentor.unit.code === unit) return refuse("mentor-not-away", "on", { on: from });
  return mentorLeaves(ground, { from, why: "moved" });
}

/**
 * The mentor leads again from `on` on, or never went where that is the first day away or before; who stood in does so
 * until the day before. `source` names the secondment that ended, without it the days on which `on` lies are meant.
 */
export function mentorReturns(
  { pair }: PairGround,
  { source, on }: { source?: string | undefined; on: string },
): Outcome<PairChange> {
  const { status, mentorAway } = pair;
  if (status !== "active" && status !== "proposed") return refuse("pair-not-active", undefined, { status });
  const found = mentorAway.find((each) =>
    source === undefined ? each.from <= on && (each.to ?? on) >= on : each.source === source,
  );
  if (!found || (found.to !== undefined && found.to < on)) return refuse("mentor-not-away", "on", { on });
  const to = addDays(on, -1);
  const isNever = to < found.from;
  const kept = mentorAway.flatMap((each) => (each !== found ? [each] : isNever ? [] : [until(each, to)]));
  return accept({
    after: { ...pair, mentorAway: kept },
    event: { type: "pair.mentor-back", change: { from: found.from, ...(!isNever && { to }) } },
  });
}

/** Days away that end on a day, and with them the days of the substitute. */
function until({ substitute, ...away }: MentorAway, to: string): MentorAway {
  const stays = substitute &&
    substitute.from <= to && { ...substitute, to: earlierOf(substitute.to ?? to, to) };
  return { ...away, to, ...(stays && { substitute: stays }) };
}

function refusedDays({ pair }: PairGround, { from, to }: SubstituteInput): Refused | undefined {
  const first = pair.term.from;
  const last = lastDayOfPair(pair);
  if (from < first || from > last) return refuse("away-outside-term", "from", { from: first, to: last });
  if (to !== undefined && to < from) return refuse("from-after-to", "to", { from });
  return pair.mentorAway.length < mostAbsences
    ? undefined
    : refuse("too-many-absences-of-mentor", undefined, { limit: mostAbsences });
}

function substituteOf(
  { pair }: PairGround,
  number: string,
  { officer, units }: SubstituteOnFile,
): Outcome<PairMember> {
  const member = memberOf(officer, { field: "substitute", number }, units);
  if (!member.ok) return member;
  const { serviceNumber } = member.value.officer;
  const members = [pair.mentor.officer.serviceNumber, pair.apprentice.officer.serviceNumber];
  return members.includes(serviceNumber) ? refuse("substitute-is-member", "substitute") : member;
}

/** The days that are among none of those known; open ones last until the `last` day. */
function daysApart(days: Range, known: readonly MentorAway[], last: string): Range[] {
  return known.reduce(
    (left, { from, to = last }) => left.flatMap((each) => without(each, { from, to })),
    [days],
  );
}

function meets(one: { from: string; to?: string | undefined }, other: typeof one, last: string): boolean {
  return one.from <= (other.to ?? last) && other.from <= (one.to ?? last);
}
