import { type Absence, type Evidence, isEffective } from "../absence.ts";
import { isOwnCase } from "../access.ts";
import { addDays } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import { type Count, countOf } from "../count/count.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import { may, mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Secondment } from "../secondment.ts";
import { proposeChange } from "./amendAbsence.ts";
import { type DecisionInput, findAbsence, withAbsence } from "./decision.ts";
import { loweringOf } from "./lowering.ts";
import { makeEffective } from "./makeEffective.ts";
import { mostAbsences } from "./recordAbsence.ts";

export type DayOutInput = {
  /** The day that was worked after all. */
  day: string;
  seen?: number | undefined;
  reason: string;
  evidence?: Evidence | undefined;
};

/**
 * Takes one day out of the middle of approved leave; the days before it and after it stay approved, as two absences. The
 * officer only asks: another person approves. Whoever may amend does it at once, unless one person may not take the day
 * out alone (`loweringOf`): then it is a proposal with evidence. Refuses `only-approved-leave`, `day-not-in-the-middle`.
 */
export function takeDayOut(ground: Ground, id: string, input: DayOutInput): Outcome<Change> {
  const found = findToDivide(ground, id, input);
  if (!found.ok) return found;
  const absence = found.value;
  const { day, reason, evidence } = input;
  const { days: loweredDays, needsSecondPerson } = loweringOf(
    ground,
    absence,
    piecesOf(ground, absence, day),
  );
  if (needsSecondPerson && !evidence) return refuse("evidence-required", "evidence");
  if (needsSecondPerson || isOwnCase(ground))
    return proposeChange(ground, absence, { act: "take-out", day, input: { reason, evidence } });
  return makeDivided(ground, absence, { day, act: "amend", input: { reason, evidence, loweredDays } });
}

/** What taking the day out would make of the count, and whether evidence and another person are needed. */
export type DayOutPreview = { now: Count; after: Count; needsEvidence: boolean; needsSecondPerson: boolean };

/** The same rule asked without writing: what will count, and what the actor has to give for it. */
export function previewDayOut(ground: Ground, id: string, day: string): Outcome<DayOutPreview> {
  const found = findToDivide(ground, id, { day });
  if (!found.ok) return found;
  const { secondment, scheme, calendar, today } = ground;
  const { needsSecondPerson } = loweringOf(ground, found.value, piecesOf(ground, found.value, day));
  return accept({
    now: countOf(secondment, scheme, calendar, today),
    after: countOf(divided(ground, found.value, day), scheme, calendar, today),
    needsEvidence: needsSecondPerson,
    needsSecondPerson: needsSecondPerson || isOwnCase(ground),
  });
}

/** The record with an absence in two pieces, the day between them at work. */
export function divided(ground: Pick<Ground, "secondment">, absence: Absence, day: string): Secondment {
  const [head, rest] = piecesOf(ground, absence, day);
  const after = withAbsence(ground.secondment, head);
  return { ...after, absences: [...after.absences, rest] };
}

/** The piece before the day keeps the id; the one after it is a new absence with everything that was decided so far. */
export function piecesOf({ secondment }: Pick<Ground, "secondment">, absence: Absence, day: string) {
  const { toHalf, proposal: _, ...whole } = absence;
  const { fromHalf: _from, ...undated } = whole;
  // What was taken out before is not taken out twice.
  const decisions = absence.decisions.map(({ loweredDays: _days, ...kept }) => kept);
  const head: Absence = { ...whole, to: addDays(day, -1) };
  const rest: Absence = {
    ...undated,
    id: `a${secondment.absences.length + 1}`,
    revision: 1,
    from: addDays(day, 1),
    ...(toHalf && { toHalf }),
    decisions,
  };
  return [head, rest] as const;
}

/** Both pieces count from when the whole did; the decision stands on both, what it took out on the first. */
export function makeDivided(
  ground: Ground,
  absence: Absence,
  by: {
    day: string;
    act: "amend" | "approve-amendment";
    input: DecisionInput & { evidence?: Evidence | undefined; loweredDays: number };
  },
): Outcome<Change> {
  const { day, ...how } = by;
  const [head, rest] = piecesOf(ground, absence, day);
  const beside = { ...ground.secondment, absences: [...ground.secondment.absences, rest] };
  const made = makeEffective({ ...ground, secondment: beside }, head, how);
  if (!made.ok) return made;
  const { after, event } = made.value;
  const last = after.absences.find(({ id }) => id === head.id)?.decisions.at(-1);
  if (!last) throw new Error(`absence ${head.id} is not on file`);
  const { loweredDays: _, ...decision } = last;
  const signed = { ...rest, decisions: [...rest.decisions, decision] };
  const type = how.act === "amend" ? "absence.amended" : "absence.amendment-approved";
  const change = { ...event.change, takenOut: day, restId: rest.id };
  return accept({ after: withAbsence(after, signed), event: { type, change } });
}

function findToDivide(
  ground: Ground,
  id: string,
  { day, seen, evidence }: Pick<DayOutInput, "day" | "seen" | "evidence">,
): Outcome<Absence> {
  const found = findAbsence(ground, id, seen);
  if (!found.ok) return found;
  const absence = found.value;
  if (absence.proposal) return refuse("proposal-open");
  if (absence.kind !== "request" || !isEffective(absence)) return refuse("only-approved-leave");
  const { actor, secondment } = ground;
  if (!may(actor, "ask-day-back", secondment) && !mayTry(actor, "amend-or-void"))
    return refuse("not-yours-to-change");
  const { from, to } = absence;
  if (day <= from || day >= to) return refuse("day-not-in-the-middle", "day", { from, to });
  if (ground.secondment.absences.length >= mostAbsences)
    return refuse("too-many-absences", undefined, { limit: mostAbsences });
  const undated = evidence && refusedDocumentDate(evidence.date, ground.today, "evidence.date");
  return undated ?? found;
}
