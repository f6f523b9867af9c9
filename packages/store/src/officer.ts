import { openRequests } from "@dunmiao/domain/dataRequest";
import { type Officer, type OfficerInput, officerSchema, planOfficer } from "@dunmiao/domain/officer";
import { openCorrection } from "@dunmiao/domain/officerCorrection";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import type { Store } from "./engine/client.ts";
import { officerDirectory } from "./engine/indexKeys.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import type { Derived, Sealable } from "./engine/seal.ts";

export const officerNoun: Noun<Officer> = { kind: "officer", schema: officerSchema };
const rowSchema = officerSchema.pick({ name: true, sex: true, birthMonth: true, kind: true, homeUnit: true });

/** The officers of one home unit, by service number. */
export async function listOfficers(store: Store, homeUnit: string) {
  const { rows } = await byKind(store, officerDirectory(homeUnit), rowSchema);
  return rows.map(({ id, summary }) => ({ serviceNumber: id, ...summary }));
}

/**
 * A correction that waits for another person is due from the day on which it was proposed, as is a request of the person
 * for an answer. A number that was merged is
 * in no list of people: it leads to the other.
 */
export function deriveOfficer(officer: Officer): Derived {
  const { id, name, sex, birthMonth, kind, homeUnit } = officer;
  return {
    summary: { name, sex, birthMonth, kind, homeUnit },
    index:
      officer.mergedInto === undefined ? { directory: { name: officerDirectory(homeUnit), sort: id } } : {},
    dueOn: [openCorrection(officer)?.proposedOn, openRequests(officer)[0]?.askedOn]
      .flatMap((each) => each ?? [])
      .toSorted()[0],
  };
}

/**
 * The change that brings an officer on file in line with an input; undefined when nothing differs. `isCarried`: an
 * unruled secondment carries what is on file. `anotherThan` are the numbers of those alike, where a person said that
 * this one is another: it stays in the trail.
 */
export function officerChange(
  input: OfficerInput,
  existing: Officer | undefined,
  { isCarried = false, anotherThan }: { isCarried?: boolean; anotherThan?: string | undefined } = {},
): Outcome<Sealable<Officer> | undefined> {
  const plan = planOfficer(input, existing, isCarried);
  if (!plan.ok) return plan;
  if (plan.value === "already-there") return accept(undefined);
  const { serviceNumber, ...facts } = input;
  const { kind, homeUnit } = facts;
  // A name that differs in its blanks only is the same name: as it is on file it stays until it is corrected.
  const after = { id: serviceNumber, version: 0, head: "", ...facts, ...existing, kind, homeUnit };
  const type = existing ? ("officer.updated" as const) : ("officer.created" as const);
  const another = anotherThan !== undefined && { anotherPersonThan: anotherThan };
  const event = { type, change: { kind, homeUnit, ...another } };
  return accept({
    noun: officerNoun,
    ...(existing && { before: existing }),
    after,
    event,
    derive: deriveOfficer,
  });
}

/** An officer as lists have one. */
export type OfficerRow = Awaited<ReturnType<typeof listOfficers>>[number];
