import type { OfficerInput } from "./officer.ts";
import { nameKey } from "./plainText.ts";

export type Identity = Pick<OfficerInput, "serviceNumber" | "name" | "sex" | "birthMonth" | "homeUnit">;

/** Numbers are written with at least so many digits somewhere; a spreadsheet eats the zeros of all of them. */
const usualDigits = 8;
const mostZerosBeyond = 2;
const longestNumber = 20;

/** What a number is compared by: spreadsheets eat leading zeros, and people do not see the case of letters. */
function numberKey(serviceNumber: string): string {
  return serviceNumber.toLowerCase().replace(/^0+(?=.)/, "");
}

function personKey({ name, sex, birthMonth, homeUnit }: Identity): string {
  return [nameKey(name), sex, birthMonth, homeUnit].join("#");
}

/**
 * The other spellings under which a number may be on file: with up to eight characters' worth of leading zeros (two
 * where it is longer), letters as typed, large and small. At most a few dozen, so that they can be read by key.
 */
export function otherSpellings(serviceNumber: string): string[] {
  const core = serviceNumber.replace(/^0+(?=.)/, "");
  const width = Math.min(longestNumber, Math.max(usualDigits, core.length + mostZerosBeyond));
  const cases = new Set([core, core.toUpperCase(), core.toLowerCase()]);
  const spelled = [...cases].flatMap((each) =>
    Array.from({ length: width - core.length + 1 }, (_, zeros) => "0".repeat(zeros) + each),
  );
  return spelled.filter((each) => each !== serviceNumber);
}

/**
 * Finds, among known people, another number that may be the same person's: one that differs by leading zeros or the
 * case of letters only, or one with the same name, sex, birth month and home unit.
 */
export function samePersonFinder<Known extends Identity>(
  known: readonly Known[],
): (person: Identity) => Known | undefined {
  const numbers = Map.groupBy(known, (each) => numberKey(each.serviceNumber));
  const people = Map.groupBy(known, personKey);
  return (person) =>
    [...(numbers.get(numberKey(person.serviceNumber)) ?? []), ...(people.get(personKey(person)) ?? [])].find(
      ({ serviceNumber }) => serviceNumber !== person.serviceNumber,
    );
}
