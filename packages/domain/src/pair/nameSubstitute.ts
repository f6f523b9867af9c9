import * as z from "zod";
import { signature } from "../actor.ts";
import { addDays, calendarDateSchema, earlierOf, laterOf } from "../calendarDate.ts";
import { type Officer, serviceNumberInputSchema } from "../officer.ts";
import { awayReasons, lastDayOfPair, type MentorAway, type PairMember } from "../pair.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";
import { refusedAct } from "./actOn.ts";
import { daysApart, endedPart, meets, nextPart, partsOf, until } from "./awayParts.ts";
import type { PairChange, PairGround } from "./ground.ts";
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
 * without a mentor goes to them, one who follows another substitute makes a part of its own of these days, and the same
 * first day with a last one says when the mentor is back; else nobody is away twice on one day (`away-overlaps`).
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
  const isNext = known?.substitute && substitute && (known.substitute.to ?? last) < from;
  if (known && !isForKnown && !isBack && !isNext)
    return refuse("away-overlaps", "from", { from: known.from, to: known.to ?? last });
  const one = { ...days, why, told, ...(substitute && { substitute }) };
  const mentorAway = known
    ? pair.mentorAway.flatMap((each): MentorAway[] => {
        if (each !== known) return [each];
        if (isNext) return [endedPart(each, from), { ...nextPart(each, from), told, substitute }];
        return [{ ...each, ...(isBack ? { to } : { substitute }) }];
      })
    : [...pair.mentorAway, one];
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

/** Whoever stands in and moves to another unit today did so until yesterday. Refuses `pair-not-active`, `mentor-not-away`. */
export function substituteMoves({ pair, today }: PairGround, number: string): Outcome<PairChange> {
  const { status, mentorAway } = pair;
  if (status !== "active" && status !== "proposed") return refuse("pair-not-active", undefined, { status });
  const last = lastDayOfPair(pair);
  const isTheirs = ({ to = last, substitute }: MentorAway) =>
    substitute?.officer.serviceNumber === number && (substitute.to ?? to) >= today;
  if (!mentorAway.some(isTheirs)) return refuse("mentor-not-away", "on", { on: today });
  const left = mentorAway.map((away): MentorAway => {
    const { substitute, ...rest } = away;
    if (!substitute || !isTheirs(away)) return away;
    return substitute.from < today
      ? { ...rest, substitute: { ...substitute, to: addDays(today, -1) } }
      : rest;
  });
  return accept({
    after: { ...pair, mentorAway: left },
    event: { type: "pair.substitute-left", change: { from: today, why: "moved", substitute: number } },
  });
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
  const parts = partsOf(mentorAway, { source, on });
  const [first] = parts;
  const end = parts.at(-1)?.to;
  if (!first || (end !== undefined && end < on)) return refuse("mentor-not-away", "on", { on });
  const to = addDays(on, -1);
  const isNever = to < first.from;
  const kept = mentorAway.flatMap((each) => {
    if (!parts.includes(each)) return [each];
    return to < each.from ? [] : [until(each, earlierOf(each.to ?? to, to))];
  });
  return accept({
    after: { ...pair, mentorAway: kept },
    event: { type: "pair.mentor-back", change: { from: first.from, ...(!isNever && { to }) } },
  });
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
