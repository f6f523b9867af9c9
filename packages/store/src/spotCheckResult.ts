import type { AbsenceFacts } from "@dunmiao/domain/absence";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import {
  checkOnLeave,
  openPick,
  recordFoundAbsence,
  recordSpotCheckResult,
} from "@dunmiao/domain/spotCheckResult";
import { type Acting, stampOf } from "./acting.ts";
import { type Changed, change, type Decision } from "./change.ts";
import { sealSecondmentChange } from "./changeSecondment.ts";
import { loadRecord } from "./record.ts";
import { secondmentNoun } from "./secondment.ts";
import { type SpotCheckOnce, spotCheckDecision, spotCheckNoun } from "./spotCheck.ts";

/** What was found of one who was drawn; absent with the facts of the finding. */
export type Found = { note?: string | undefined } & (
  | { outcome: "present" | "on-leave" }
  | { outcome: "absent"; facts: AbsenceFacts }
);

/**
 * Records the result of one pick. Absent: the finding is written to the secondment in the same transaction, so that
 * there is never the one without the other; whoever gets in between, both rules run again.
 */
export async function recordResult(
  acting: Acting,
  of: { id: string; secondmentId: string; once?: SpotCheckOnce },
  found: Found,
): Promise<Changed<SpotCheck>> {
  const decide = (check: SpotCheck) => decideResult(acting, check, of.secondmentId, found);
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: spotCheckNoun, id: of.id, once: of.once, decide }, stamp);
}

async function decideResult(
  acting: Acting,
  check: SpotCheck,
  secondmentId: string,
  found: Found,
): Promise<Outcome<Decision<SpotCheck>>> {
  const open = openPick(check, secondmentId);
  if (!open.ok) return open;
  const { outcome, note } = found;
  const said = { secondmentId, outcome, ...(note && { note }) };
  if (found.outcome === "absent") {
    const finding = await sealSecondmentChange(acting, {
      id: secondmentId,
      rule: (ground) => recordFoundAbsence(ground, found.facts, check),
    });
    if (!finding.ok) return finding;
    const { sealed, claims, beside } = finding.value;
    const absenceId = sealed.record.absences.at(-1)?.id;
    const result = recordSpotCheckResult(check, { ...said, ...(absenceId && { absenceId }) }, acting);
    return result.ok
      ? accept({ ...spotCheckDecision(result.value), together: [sealed], claims, beside })
      : result;
  }
  if (outcome === "on-leave") {
    const leave = await onLeave(acting, secondmentId, check.on);
    if (!leave.ok) return leave;
  }
  const result = recordSpotCheckResult(check, said, acting);
  return result.ok ? accept(spotCheckDecision(result.value)) : result;
}

async function onLeave(acting: Acting, secondmentId: string, on: string): Promise<Outcome<true>> {
  const record = await loadRecord(acting.store, secondmentNoun, secondmentId);
  return record ? checkOnLeave(record, on) : refuse("not-found");
}
