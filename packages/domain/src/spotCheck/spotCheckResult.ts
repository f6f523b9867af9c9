import { recordAbsence } from "../absence/recordAbsence.ts";
import { type AbsenceFacts, isEffective } from "../absence.ts";
import { kindOfClass } from "../absenceClass.ts";
import { signature } from "../actor.ts";
import type { Change, Ground, SpotCheckChange } from "../change.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Secondment } from "../secondment.ts";
import type { ActorOn, SpotCheck, SpotCheckResult } from "../spotCheck.ts";

/** Somebody who was drawn, with the result or without. */
export type DrawnPerson = SpotCheck["picks"][number];

/** What was found of one pick; `absenceId` is the finding that an absent one became in the same transaction. */
export function recordSpotCheckResult(
  check: SpotCheck,
  found: Pick<SpotCheckResult, "outcome" | "note" | "absenceId"> & { secondmentId: string },
  { actor, today }: ActorOn,
): Outcome<SpotCheckChange> {
  const { secondmentId, ...facts } = found;
  const open = openPick(check, secondmentId);
  if (!open.ok) return open;
  const result = { ...facts, by: signature(actor), on: today };
  const picks = check.picks.map((each) => (each === open.value ? { ...each, result } : each));
  const state = picks.every((each) => each.result) ? ("finished" as const) : check.state;
  return accept({
    after: { ...check, picks, state },
    event: { type: "spot-check.result-recorded", change: { secondmentId, ...facts, state } },
  });
}

/** The pick of a secondment that still waits for its result. */
export function openPick(check: SpotCheck, secondmentId: string): Outcome<DrawnPerson> {
  const drawn = drawnPick(check, secondmentId);
  if (!drawn.ok) return drawn;
  const { result } = drawn.value;
  return result ? refuse("result-recorded", undefined, { on: result.on }) : drawn;
}

/** The pick of a secondment, with its result or without. */
export function drawnPick(check: SpotCheck, secondmentId: string): Outcome<DrawnPerson> {
  if (check.state === "committed") return refuse("not-revealed");
  const pick = check.picks.find((each) => each.secondmentId === secondmentId);
  return pick ? accept(pick) : refuse("not-drawn");
}

/**
 * What a spot check found as an absence candidate: an ordinary finding, which the officer may contest and which counts
 * only when a second person confirms it. It must cover the day of the check.
 */
export function recordFoundAbsence(
  ground: Ground,
  facts: AbsenceFacts,
  { id, on }: Pick<SpotCheck, "id" | "on">,
): Outcome<Change> {
  if (kindOfClass(facts.class) !== "finding") return refuse("finding-class-needed", "class");
  const recorded = recordAbsence(ground, facts);
  if (!recorded.ok) return recorded;
  if (on < facts.from || facts.to < on) return refuse("finding-misses-the-day", "from", { on });
  const { after, absence } = recorded.value;
  const absences = after.absences.map((each) => (each === absence ? { ...each, foundBy: id } : each));
  return accept({
    after: { ...after, absences },
    event: { type: "finding.recorded", change: { absenceId: absence.id, ...facts, spotCheckId: id } },
  });
}

/** Away with leave that counts as granted on the day: the ledger says so, and nothing is found. */
export function checkOnLeave({ absences }: Pick<Secondment, "absences">, on: string): Outcome<true> {
  const isCovered = absences.some(
    (each) => each.kind === "request" && isEffective(each) && each.from <= on && on <= each.to,
  );
  return isCovered ? accept(true) : refuse("no-leave-that-day", "outcome", { on });
}
