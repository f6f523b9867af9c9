import { type Absence, type AbsenceFacts, checkFacts } from "./absence.ts";
import { kindOfClass } from "./absenceClass.ts";
import { signature } from "./actor.ts";
import type { Change, Ground } from "./change.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import { isOpenToFacts, lastDayServed, type Secondment } from "./secondment.ts";

const mostAbsences = 300;
const findingRecorders = ["station", "branch", "hr", "approver", "inspector"];

/** Records a request (leave) or a finding; it counts only after somebody else approves or confirms it. */
export function recordAbsence(ground: Ground, facts: AbsenceFacts): Outcome<Change & { absence: Absence }> {
  const checked = checkAbsence(ground, facts);
  if (!checked.ok) return checked;
  const absence = newAbsence(ground, facts);
  const after = { ...ground.secondment, absences: [...ground.secondment.absences, absence] };
  const type = absence.kind === "finding" ? "finding.recorded" : "absence.requested";
  return accept({ after, absence, event: { type, change: { absenceId: absence.id, ...facts } } });
}

/** The checks that recording, previewing and amending share. */
export function checkAbsence(ground: Ground, facts: AbsenceFacts): Outcome<AbsenceFacts> {
  const { secondment, actor } = ground;
  if (!isOpenToFacts(secondment)) return refuse("closed-to-facts", undefined, { status: secondment.status });
  if (secondment.absences.length >= mostAbsences)
    return refuse("too-many-absences", undefined, { limit: mostAbsences });
  if (kindOfClass(facts.class) === "finding" && !findingRecorders.includes(actor.role))
    return refuse("finding-needs-host-or-hr", "class");
  const checked = checkFacts(facts);
  if (!checked.ok) return checked;
  if (isOutsideTerm(secondment, facts)) return outsideTerm(secondment);
  return checked;
}

/** A new absence in its first state. */
export function newAbsence(ground: Ground, facts: AbsenceFacts): Absence {
  const kind = kindOfClass(facts.class);
  return {
    ...facts,
    id: `a${ground.secondment.absences.length + 1}`,
    kind,
    state: kind === "finding" ? "recorded" : "requested",
    revision: 1,
    recordedBy: signature(ground.actor),
    recordedOn: ground.today,
    decisions: [],
  };
}

function isOutsideTerm(secondment: Secondment, facts: AbsenceFacts): boolean {
  return facts.to < secondment.term.from || facts.from > lastDayServed(secondment);
}

function outsideTerm(secondment: Secondment) {
  return refuse("outside-term", "from", { from: secondment.term.from, to: lastDayServed(secondment) });
}
