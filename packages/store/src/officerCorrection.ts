import {
  type CorrectionGround,
  type OfficerChange,
  showCorrection,
  tookEffect,
} from "@dunmiao/domain/correctOfficer";
import { inBureau, type MatterMessage } from "@dunmiao/domain/matter";
import type { Officer } from "@dunmiao/domain/officer";
import { type Correction, openCorrection } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Acting, stampOf } from "./acting.ts";
import { type Changed, change, type Decision } from "./change.ts";
import { sealSecondmentChange } from "./changeSecondment.ts";
import type { Store } from "./client.ts";
import type { Answer, KeyUse } from "./idempotency.ts";
import { due } from "./lists.ts";
import { inboxWrites } from "./notification.ts";
import { deriveOfficer, officerNoun } from "./officer.ts";
import { termsOf } from "./officerTerms.ts";
import { loadRecord } from "./record.ts";
import type { Sealed } from "./seal.ts";
import type { Units } from "./unit.ts";

export type CorrectionRequest = {
  serviceNumber: string;
  units: Units;
  rule: (ground: CorrectionGround) => Outcome<OfficerChange>;
  once?: { use: KeyUse; answer: (record: Officer) => Answer } | undefined;
};

/**
 * Runs one rule on the facts of an officer. What takes effect is written with every secondment of the officer in one
 * transaction; a secondment that moved or began meanwhile makes all of it run again.
 */
export async function changeCorrection(
  acting: Acting,
  { serviceNumber, units, rule, once }: CorrectionRequest,
): Promise<Changed<Officer>> {
  const { store, actor, today } = acting;
  const decide = async (officer: Officer): Promise<Outcome<Decision<Officer>>> => {
    const { terms, claim } = await termsOf(store, serviceNumber);
    const unitName = (code: string) => units.get(code)?.name;
    const changed = rule({ officer, terms, unitName, actor, today });
    if (!changed.ok) return changed;
    const together = await shownOn(acting, terms, changed.value);
    if (!together.ok) return together;
    const beside = inboxWrites(messagesOf(changed.value, today));
    return accept({
      ...changed.value,
      derive: deriveOfficer,
      claims: [claim],
      together: together.value,
      beside,
    });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(store, { noun: officerNoun, id: serviceNumber, decide, once }, stamp);
}

/** Every secondment with the correction beside what it was made under; nothing while it waits. */
async function shownOn(
  acting: Acting,
  terms: readonly Secondment[],
  changed: OfficerChange,
): Promise<Outcome<Sealed[]>> {
  const corrected = tookEffect(changed);
  if (!corrected) return accept([]);
  const sealed: Sealed[] = [];
  for (const { id } of terms) {
    const rule = (ground: { secondment: Secondment }) => accept(showCorrection(ground.secondment, corrected));
    // A term is not moved on by a correction of its officer: the workflow takes its steps itself.
    const each = await sealSecondmentChange(acting, { id, rule, leaveDueSteps: true });
    if (!each.ok) return each;
    sealed.push(each.value.sealed);
  }
  return accept(sealed);
}

/** The approver hears of what waits, HR and the officer of what was decided. */
function messagesOf({ after }: OfficerChange, on: string): MatterMessage[] {
  const last = after.corrections?.at(-1);
  const matter = { kind: "correction" as const, id: after.id, label: `${after.name} ${after.id}` };
  if (last?.state === "open") return [{ matter, on, code: "correction-waits", to: inBureau("approver") }];
  if (last?.state !== "effective" && last?.state !== "rejected") return [];
  const to = [...inBureau("hr"), { role: "officer" as const, unit: after.id }];
  return [{ matter, on, code: "correction-decided", to }];
}

/** Officers with a correction that waits for another person, oldest first: one Query and one GetItem for each of 50. */
export async function waitingCorrections(
  store: Store,
  today: string,
): Promise<{ officer: Officer; correction: Correction }[]> {
  const { items } = await due(store, "officer", today);
  const officers = await Promise.all(items.map(({ id }) => loadRecord(store, officerNoun, id)));
  return officers.flatMap((officer) => {
    const correction = officer && openCorrection(officer);
    return correction ? { officer, correction } : [];
  });
}
