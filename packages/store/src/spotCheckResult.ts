import type { AbsenceFacts } from "@dunmiao/domain/absence";
import type { SpotCheckChange } from "@dunmiao/domain/change";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { checkCorrection, correctSpotCheckResult } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import {
  checkOnLeave,
  recordFoundAbsence,
  recordSpotCheckResult,
} from "@dunmiao/domain/spotCheck/spotCheckResult";
import { sealSecondmentChange } from "./changeSecondment.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, type Decided } from "./engine/change.ts";
import { loadRecord } from "./engine/record.ts";
import { groundOf } from "./ground.ts";
import { secondmentNoun } from "./secondment.ts";
import { type SpotCheckOnce, spotCheckDecision, spotCheckNoun } from "./spotCheck.ts";

/** There, away with leave, or absent with the facts of the finding. */
type Sight = { outcome: "present" | "on-leave" } | { outcome: "absent"; facts: AbsenceFacts };
/** What was found of one who was drawn. */
export type Found = { note?: string | undefined } & Sight;
/** What a result should have been, and why. */
export type Corrected = { reason: string; seen?: number | undefined } & Sight;
/** One who was drawn by one check. */
export type Whom = { id: string; secondmentId: string; once?: SpotCheckOnce };

/**
 * Records the result of one pick. Absent: the finding is written to the secondment in the same transaction, so that
 * there is never the one without the other; whoever gets in between, both rules run again.
 */
export async function recordResult(acting: Acting, whom: Whom, found: Found): Promise<Changed<SpotCheck>> {
  const { note, outcome } = found;
  const said = { secondmentId: whom.secondmentId, outcome, ...(note && { note }) };
  return changeWithLedger(acting, whom, found, {
    rule: (check, finding) => recordSpotCheckResult(check, { ...said, ...finding }, acting),
    checkLedger: (record, on) => (outcome === "on-leave" ? checkOnLeave(record, on) : accept(true)),
  });
}

/** Corrects the result of one pick; where it turns out absent, with the finding, exactly as a first result. */
export async function correctResult(acting: Acting, whom: Whom, to: Corrected): Promise<Changed<SpotCheck>> {
  const { reason, seen, outcome } = to;
  const said = { secondmentId: whom.secondmentId, outcome, reason, seen };
  return changeWithLedger(acting, whom, to, {
    rule: (check, finding) => correctSpotCheckResult(check, { ...said, ...finding }, acting),
    checkLedger: (record, on) => (outcome === "absent" ? accept(true) : checkCorrection(record, outcome, on)),
  });
}

type Rules = {
  /** What is written on the check, with the id of the finding once there is one. */
  rule: (check: SpotCheck, finding?: { absenceId: string }) => Outcome<SpotCheckChange>;
  /** What the secondment must allow where nothing is written to it. */
  checkLedger: (record: Secondment, on: string) => Outcome<true>;
};

async function changeWithLedger(
  acting: Acting,
  { id, secondmentId, once }: Whom,
  sight: Sight,
  rules: Rules,
): Promise<Changed<SpotCheck>> {
  const decide = (check: SpotCheck) =>
    sight.outcome === "absent"
      ? decideAbsent(acting, { check, secondmentId, facts: sight.facts }, rules)
      : decideThere(acting, { check, secondmentId }, rules);
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: spotCheckNoun, id, once, decide }, stamp);
}

type DecidedCheck = Promise<Outcome<Decided<SpotCheck>>>;
type Of = { check: SpotCheck; secondmentId: string };

async function decideThere(
  acting: Acting,
  { check, secondmentId }: Of,
  { rule, checkLedger }: Rules,
): DecidedCheck {
  const result = rule(check);
  if (!result.ok) return result;
  const record = await loadRecord(acting.store, secondmentNoun, secondmentId);
  if (!record) return refuse("not-found");
  const { ground } = await groundOf(acting, record);
  const allowed = checkLedger(ground.secondment, check.on);
  return allowed.ok ? accept(spotCheckDecision(result.value)) : allowed;
}

async function decideAbsent(
  acting: Acting,
  { check, secondmentId, facts }: Of & { facts: AbsenceFacts },
  { rule }: Rules,
): DecidedCheck {
  const allowed = rule(check);
  if (!allowed.ok) return allowed;
  const finding = await sealSecondmentChange(acting, {
    id: secondmentId,
    rule: (ground) => recordFoundAbsence(ground, facts, check),
  });
  if (!finding.ok) return finding;
  const { sealed, claims, beside } = finding.value;
  const absenceId = sealed.record.absences.at(-1)?.id;
  const result = rule(check, absenceId ? { absenceId } : undefined);
  return result.ok
    ? accept({ ...spotCheckDecision(result.value), together: [sealed], claims, beside })
    : result;
}
