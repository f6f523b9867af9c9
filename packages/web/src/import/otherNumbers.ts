import type { OfficerInput } from "@dunmiao/domain/officer";
import { samePersonFinder } from "@dunmiao/domain/samePerson";
import type { Store } from "@dunmiao/store/client";
import { listOfficers } from "@dunmiao/store/officer";
import { atOnce } from "./atOnce.ts";

export type OtherNumbers = ReturnType<typeof samePersonFinder>;

const unitsAtOnce = 8;

/** Another number that may be the same person's, in the list itself or on file in its home units: one Query a home unit. */
export async function otherNumbers(store: Store, people: readonly OfficerInput[]): Promise<OtherNumbers> {
  const units = [...new Set(people.map(({ homeUnit }) => homeUnit))];
  const onFile = await atOnce(units, unitsAtOnce, (unit) => listOfficers(store, unit));
  return samePersonFinder([...onFile.flat(), ...people]);
}
