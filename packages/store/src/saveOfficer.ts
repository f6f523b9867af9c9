import { refusedBirth } from "@dunmiao/domain/dateBounds";
import type { Officer, OfficerInput } from "@dunmiao/domain/officer";
import { accept, type Outcome, type Refused, refuse } from "@dunmiao/domain/refusal";
import { type Acting, stampOf } from "./acting.ts";
import { type Changed, change, create, type Decision } from "./change.ts";
import type { Answer, KeyUse } from "./idempotency.ts";
import { claimIdentity } from "./numberClaims.ts";
import { movedOfficer, officerChange, officerNoun } from "./officer.ts";
import { otherNumbers } from "./otherNumbers.ts";
import { loadRecord } from "./record.ts";

type Once = { use: KeyUse; answer: (record: Officer) => Answer } | undefined;

/** A person to put on file; `anotherPerson` where somebody said that the person is none of those alike. */
export type NewOfficer = OfficerInput & { anotherPerson?: boolean | undefined };

/**
 * Creates an officer or updates home unit and kind of the one on file. A new number that may be somebody known's is
 * refused (`same-person-other-number` at `anotherPerson`) until it is said to be another person's.
 */
export async function saveOfficer(
  acting: Acting,
  { anotherPerson = false, ...input }: NewOfficer,
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
    const alike = (await otherNumbers(acting.store, [input]))(input)[0]?.serviceNumber;
    if (alike !== undefined && !anotherPerson) return refusedAlike(alike);
    const outcome = officerChange(input, undefined, { anotherThan: alike });
    if (!outcome.ok) return outcome;
    if (!outcome.value) throw new Error("a new officer is always a change");
    const told = { apartFrom: anotherPerson ? "everybody" : [], isRead: true } as const;
    const claimed = await claimIdentity(acting.store, input, told);
    return claimed.ok ? accept({ ...outcome.value, beside: claimed.value }) : claimed;
  };
  return create(acting.store, { ...request, decide }, stamp);
}

function refusedAlike(known: string): Refused {
  return refuse("same-person-other-number", "anotherPerson", { known, byForm: 1 });
}
