import { refusedBirth } from "@dunmiao/domain/dateBounds";
import { type Officer, type OfficerInput, officerSchema, planOfficer } from "@dunmiao/domain/officer";
import { openCorrection } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { isOpenToFacts } from "@dunmiao/domain/secondment";
import { type Acting, stampOf } from "./acting.ts";
import { type Changed, change, create, type Decision } from "./change.ts";
import type { Store } from "./client.ts";
import type { Answer, KeyUse } from "./idempotency.ts";
import { officerDirectory } from "./keys.ts";
import type { Noun } from "./kinds.ts";
import { byKind } from "./lists.ts";
import { termsOf } from "./officerTerms.ts";
import { loadRecord } from "./record.ts";
import type { Change, Derived } from "./seal.ts";
import type { ClaimChange } from "./writes.ts";

export const officerNoun: Noun<Officer> = { kind: "officer", schema: officerSchema };
const rowSchema = officerSchema.pick({ name: true, sex: true, birthMonth: true, kind: true, homeUnit: true });

type Once = { use: KeyUse; answer: (record: Officer) => Answer } | undefined;

/** The officers of one home unit, by service number. */
export async function listOfficers(store: Store, homeUnit: string) {
  const { rows } = await byKind(store, officerDirectory(homeUnit), rowSchema);
  return rows.map(({ id, summary }) => ({ serviceNumber: id, ...summary }));
}

/** A correction that waits for another person is due from the day on which it was proposed. */
export function deriveOfficer(officer: Officer): Derived {
  const { id, name, sex, birthMonth, kind, homeUnit } = officer;
  return {
    summary: { name, sex, birthMonth, kind, homeUnit },
    index: { directory: { name: officerDirectory(homeUnit), sort: id } },
    dueOn: openCorrection(officer)?.proposedOn,
  };
}

/**
 * The change that brings an officer on file in line with an input; undefined when nothing differs. `isCarried`: an
 * unruled secondment carries what is on file.
 */
export function officerChange(
  input: OfficerInput,
  existing: Officer | undefined,
  isCarried = false,
): Outcome<Change<Officer> | undefined> {
  const plan = planOfficer(input, existing, isCarried);
  if (!plan.ok) return plan;
  if (plan.value === "already-there") return accept(undefined);
  const { serviceNumber, ...facts } = input;
  const after = { id: serviceNumber, version: 0, head: "", ...existing, ...facts };
  const type = existing ? "officer.updated" : "officer.created";
  const event = { type, change: { kind: facts.kind, homeUnit: facts.homeUnit } };
  return accept({
    noun: officerNoun,
    ...(existing && { before: existing }),
    after,
    event,
    derive: deriveOfficer,
  });
}

/** The same with the officer's secondments looked at, where something would move: none begins unseen meanwhile. */
export async function movedOfficer(
  store: Store,
  input: OfficerInput,
  existing: Officer,
): Promise<Outcome<(Change<Officer> & { claims: ClaimChange[] }) | undefined>> {
  const moved = officerChange(input, existing);
  if (!moved.ok || !moved.value) return moved.ok ? accept(undefined) : moved;
  const { terms, claim } = await termsOf(store, existing.id);
  const checked = officerChange(input, existing, terms.some(isOpenToFacts));
  if (!checked.ok) return checked;
  return accept({ ...moved.value, claims: [claim] });
}

/** Creates an officer or updates home unit and kind of the one on file. */
export async function saveOfficer(
  acting: Acting,
  input: OfficerInput,
  once?: Once,
): Promise<Changed<Officer>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const request = { noun: officerNoun, id: input.serviceNumber, once };
  const existing = await loadRecord(acting.store, officerNoun, input.serviceNumber);
  if (existing)
    return change(
      acting.store,
      { ...request, decide: (found) => movedOfficer(acting.store, input, found) },
      stamp,
    );
  const decide = async (): Promise<Outcome<Decision<Officer>>> => {
    const refused = refusedBirth(input.birthMonth, acting.today);
    if (refused) return refused;
    const outcome = officerChange(input, undefined);
    if (!outcome.ok) return outcome;
    if (!outcome.value) throw new Error("a new officer is always a change");
    return accept(outcome.value);
  };
  return create(acting.store, { ...request, decide }, stamp);
}
