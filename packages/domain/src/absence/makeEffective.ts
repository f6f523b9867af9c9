import { type Absence, isEffective } from "../absence.ts";
import type { Change, Ground } from "../change.ts";
import { countOf } from "../count/count.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { refusedClass } from "../scheme/classRule.ts";
import type { Secondment } from "../secondment.ts";
import {
  type AboutAbsence,
  changedAbsence,
  type DecisionInput,
  decisionOf,
  withAbsence,
} from "./decision.ts";

const eventTypes = {
  approve: "absence.approved",
  "approve-amendment": "absence.amendment-approved",
  confirm: "finding.confirmed",
  amend: "absence.amended",
} as const;

/** What its event says: the act, and the count that it made. */
type MadeEffective = {
  readonly type: (typeof eventTypes)[keyof typeof eventTypes];
  readonly change: AboutAbsence & { countedDays: number };
};

/**
 * An absence that counts from now on. The limit never refuses (domain.md), but a count that rises over it, or rises
 * further above it, needs the explicit tick: `over-limit-needs-tick`. A class that the scheme version leaves open is
 * refused here, too. A decision that does not raise the count leaves
 * the day since when the absence counts as it was.
 */
export function makeEffective(
  ground: Ground,
  absence: Absence,
  by: { act: keyof typeof eventTypes; input: DecisionInput & { loweredDays?: number | undefined } },
): Outcome<Change<Secondment, MadeEffective>> {
  const { secondment, scheme, calendar, today } = ground;
  const open = refusedClass(scheme, absence.class);
  if (open) return open;
  const now = { on: today, version: secondment.version + 1 };
  const before = countOf(secondment, scheme, calendar, today);
  const after = countOf(withAbsence(secondment, absence), scheme, calendar, today);
  const { countedDays, limitDays } = after;
  const rises = countedDays > before.countedDays;
  const goesOver = rises && after.verdict === "exceeded";
  if (goesOver && by.input.overLimit !== true)
    return refuse("over-limit-needs-tick", "overLimit", { countedDays, limitDays });
  const decision = {
    ...decisionOf(ground, by.act === "approve-amendment" ? "approve" : by.act, by.input),
    countedDays,
    ...(goesOver && { acceptedOverLimit: true as const }),
  };
  const effective = isEffectiveIn(ground, absence.id) && !rises ? (absence.effective ?? now) : now;
  const decided = { ...absence, effective, decisions: [...absence.decisions, decision] };
  const type = eventTypes[by.act];
  return accept(changedAbsence(ground, decided, (about) => ({ type, change: { ...about, countedDays } })));
}

function isEffectiveIn({ secondment }: Ground, id: string): boolean {
  return secondment.absences.some((each) => each.id === id && isEffective(each));
}
