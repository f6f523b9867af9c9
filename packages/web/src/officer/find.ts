import type { Actor } from "@dunmiao/domain/actor";
import type { Store } from "@dunmiao/store/client";
import { listOfficers } from "@dunmiao/store/officer";
import type { Units } from "@dunmiao/store/unit";
import { centralReaders } from "../cohort/readers.ts";

export type OfficerRow = Awaited<ReturnType<typeof listOfficers>>[number];

const unitsAtOnce = 16;
const leastRows = 50;

/** Whether a role sees the people of a unit: central roles everyone's, the others those of their own unit and below it. */
export function seesPeopleOf(actor: Actor, code: string, units: Units): boolean {
  if (centralReaders.some((role) => role === actor.role)) return true;
  if (actor.unit === undefined || actor.role === "officer" || actor.role === "mentor") return false;
  return actor.unit === code || units.get(code)?.parent === actor.unit;
}

/** Officers unit by unit in the order of codes, at least 50 where there are so many; `cursor` is the last unit read. */
export async function officersAfter(
  store: Store,
  codes: readonly string[],
  { after = "", isWhole = false }: { after?: string | undefined; isWhole?: boolean | undefined },
): Promise<{ items: OfficerRow[]; cursor?: string }> {
  const left = codes.toSorted().filter((code) => code > after);
  const items: OfficerRow[] = [];
  for (let start = 0; start < left.length; start += unitsAtOnce) {
    const group = left.slice(start, start + unitsAtOnce);
    items.push(...(await Promise.all(group.map((code) => listOfficers(store, code)))).flat());
    const last = group.at(-1);
    if (items.length >= leastRows && !isWhole && start + unitsAtOnce < left.length && last)
      return { items, cursor: last };
  }
  return { items };
}
