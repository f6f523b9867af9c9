import { refusedBirth } from "@dunmiao/domain/dateBounds";
import type { Officer, OfficerInput } from "@dunmiao/domain/officer";
import { accept, type Outcome, type Refused, refuse } from "@dunmiao/domain/refusal";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { loadRecord } from "./engine/record.ts";
import { followMove } from "./followMove.ts";
import { movedOfficer } from "./movedOfficer.ts";
import { claimIdentity } from "./numberClaims.ts";
import { officerChange, officerNoun } from "./officer.ts";
import { otherNumbers } from "./otherNumbers.ts";

type Once = { use: KeyUse; answer: (record: Officer) => Answer } | undefined;

/** A person to put on file; `anotherPerson` are the numbers of those alike from whom somebody told the person apart. */
export type NewOfficer = OfficerInput & { anotherPerson?: readonly string[] | undefined };

/**
 * Creates an officer or updates home unit and kind of the one on file. Who may be somebody known is refused
 * (`same-person-other-number` at `anotherPerson`, with all who are alike) until told apart from every one of them: who
 * came since is asked about again.
 */
export async function saveOfficer(
  acting: Acting,
  { anotherPerson = [], ...input }: NewOfficer,
  once?: Once,
): Promise<Changed<Officer>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const request = { noun: officerNoun, id: input.serviceNumber, once };
  const existing = await loadRecord(acting.store, officerNoun, input.serviceNumber);
  if (existing)
    return change(
      acting.store,
      {
        ...request,
        decide: async (found) => {
          const moved = askedHere(
            await movedOfficer(acting.store, found, { input, apartFrom: anotherPerson }),
          );
          return moved.ok && moved.value ? leaving(acting, found, moved.value) : moved;
        },
      },
      stamp,
    );
  const decide = async (): Promise<Outcome<Decided<Officer>>> => {
    const refused = refusedBirth(input.birthMonth, acting.today);
    if (refused) return refused;
    const alike = (await otherNumbers(acting.store, [input]))(input).map((each) => each.serviceNumber);
    const known = alike.join("、");
    if (alike.some((each) => !anotherPerson.includes(each))) return askedHere(refusedAlike(known));
    const outcome = officerChange(input, undefined, { anotherThan: known || undefined });
    if (!outcome.ok) return outcome;
    if (!outcome.value) throw new Error("a new officer is always a change");
    const told = { apartFrom: anotherPerson, isRead: true };
    const claimed = await claimIdentity(acting.store, input, told);
    return claimed.ok ? accept({ ...outcome.value, beside: claimed.value }) : askedHere(claimed);
  };
  return create(acting.store, { ...request, decide }, stamp);
}

async function leaving<R extends Decided<Officer>>(
  acting: Acting,
  officer: Officer,
  change: R,
): Promise<Outcome<Decided<Officer>>> {
  const followed = await followMove(acting, officer, change.after.homeUnit);
  const beside = [...(change.beside ?? []), ...followed.beside];
  const claims = [...(change.claims ?? []), ...followed.claims];
  return accept({ ...change, beside, claims, together: followed.sealed });
}

function refusedAlike(known: string): Refused {
  return refuse("same-person-other-number", "serviceNumber", { known });
}

/** Whether somebody is another person is asked at a field of its own. */
function askedHere<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome;
  const refusals = outcome.refusals.map((each) =>
    each.code === "same-person-other-number"
      ? { ...each, field: "anotherPerson", params: { ...each.params, byForm: 1 } }
      : each,
  );
  return { ok: false, refusals };
}
