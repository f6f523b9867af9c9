import type { OfficerInput } from "./officer.ts";
import { nameKey } from "./plainText.ts";

export type Identity = Pick<OfficerInput, "serviceNumber" | "name" | "sex" | "birthMonth" | "homeUnit">;

/** What a number is compared by: spreadsheets eat leading zeros, and people do not see the case of letters. */
function numberKey(serviceNumber: string): string {
  return serviceNumber.toLowerCase().replace(/^0+(?=.)/, "");
}

function personKey({ name, sex, birthMonth, homeUnit }: Identity): string {
  return [nameKey(name), sex, birthMonth, homeUnit].join("#");
}

/**
 * Finds, among known people, another number that may be the same person's: one that differs by leading zeros or the
 * case of letters only, or one with the same name, sex, birth month and home unit.
 */
export function samePersonFinder(
  known: readonly Identity[],
): (person: Identity) => { serviceNumber: string } | undefined {
  const numbers = Map.groupBy(known, (each) => numberKey(each.serviceNumber));
  const people = Map.groupBy(known, personKey);
  return (person) =>
    [...(numbers.get(numberKey(person.serviceNumber)) ?? []), ...(people.get(personKey(person)) ?? [])].find(
      ({ serviceNumber }) => serviceNumber !== person.serviceNumber,
    );
}
