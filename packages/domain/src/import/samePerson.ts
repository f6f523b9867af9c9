import type { OfficerInput } from "../officer.ts";
import { nameKey } from "../plainText.ts";

export type Identity = Pick<OfficerInput, "serviceNumber" | "name" | "sex" | "birthMonth" | "homeUnit">;

/** Somebody on file; `wasNumber` where that was another number of the person, merged since. */
export type KnownPerson = Identity & { readonly wasNumber?: string | undefined };

/** Numbers are written with at least so many digits somewhere; a spreadsheet eats the zeros of all of them. */
const usualDigits = 8;
const mostZerosBeyond = 2;
const longestNumber = 20;

/** What a number is compared by: spreadsheets eat leading zeros, and people do not see the case of letters. */
export function numberKey(serviceNumber: string): string {
  return serviceNumber.toLowerCase().replace(/^0+(?=.)/, "");
}

/** What a person is compared by where the number is another one. */
export function personKey({ name, sex, birthMonth, homeUnit }: Identity): string {
  return [nameKey(name), sex, birthMonth, homeUnit].join("#");
}

/** Whether two numbers may be one person's: they differ by leading zeros or the case of letters only, or the facts agree. */
export function isAlike(one: Identity, other: Identity): boolean {
  if (one.serviceNumber === other.serviceNumber) return false;
  return (
    numberKey(one.serviceNumber) === numberKey(other.serviceNumber) || personKey(one) === personKey(other)
  );
}

/**
 * The other spellings under which a number may be on file: with up to eight characters' worth of leading zeros (two
 * where it is longer), letters as typed, large and small. At most a few dozen, so that they can be read by key. People put on file since numbers are
 * claimed are found by their claim, however they are spelled.
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
 * Finds, among known people, every other number that may be the same person's: those that differ by leading zeros or
 * the case of letters only, then those with the same name, sex, birth month and home unit. Each number once.
 */
export function samePersonFinder<Known extends KnownPerson>(
  known: readonly Known[],
): (person: Identity) => Known[] {
  const numbers = Map.groupBy(known, (each) => numberKey(each.wasNumber ?? each.serviceNumber));
  const people = Map.groupBy(known, personKey);
  return (person) => {
    const alike = [
      ...(numbers.get(numberKey(person.serviceNumber)) ?? []),
      ...(people.get(personKey(person)) ?? []),
    ];
    const others = alike.filter(({ serviceNumber }) => serviceNumber !== person.serviceNumber);
    return [...new Map(others.map((each) => [each.serviceNumber, each])).values()];
  };
}
