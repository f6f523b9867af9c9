import { type Evidence, isEffective, isPending } from "../absence.ts";
import { isOwnCase } from "../access.ts";
import type { Change, Ground } from "../change.ts";
import { refusedDocumentDate } from "../dateBounds.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { changedAbsence, decisionOf, findAbsence } from "./decision.ts";

export type AddedEvidence = { seen?: number | undefined; evidence: Evidence };

/**
 * Adds the document that came after the absence, such as a doctor's certificate. No day changes, so that nobody has to
 * decide; another one in place of what is on file is a correction (`evidence-on-file`), and whoever is found absent
 * objects instead (`own-case`). Refuses `no-longer-stands` and `proposal-open`.
 */
export function addEvidence(ground: Ground, id: string, { seen, evidence }: AddedEvidence): Outcome<Change> {
  const found = findAbsence(ground, id, seen);
  if (!found.ok) return found;
  const absence = found.value;
  const { state, kind, proposal } = absence;
  if (!isPending(absence) && !isEffective(absence)) return refuse("no-longer-stands", undefined, { state });
  if (kind === "finding" && isOwnCase(ground)) return refuse("own-case");
  if (proposal) return refuse("proposal-open");
  if (absence.evidence) return refuse("evidence-on-file");
  const undated = refusedDocumentDate(evidence.date, ground.today, "evidence.date");
  if (undated) return undated;
  const decisions = [...absence.decisions, decisionOf(ground, "add-evidence", { evidence })];
  return accept(
    changedAbsence(ground, { ...absence, evidence, decisions }, (about) => ({
      type: "absence.evidence-added",
      change: { ...about, evidence },
    })),
  );
}
