import type { Store } from "@dunmiao/store/engine/client";
import { listOfficers, type OfficerRow } from "@dunmiao/store/officer";

const unitsAtOnce = 16;
const leastRows = 50;

/** Officers unit by unit in the order of codes, at least 50 where there are so many; `last` is the last unit read where there are more. */
export async function officersAfter(
  store: Store,
  codes: readonly string[],
  { after = "", isWhole = false }: { after?: string | undefined; isWhole?: boolean | undefined },
): Promise<{ items: OfficerRow[]; last?: string }> {
  const left = codes.toSorted().filter((code) => code > after);
  const items: OfficerRow[] = [];
  for (let start = 0; start < left.length; start += unitsAtOnce) {
    const group = left.slice(start, start + unitsAtOnce);
    items.push(...(await Promise.all(group.map((code) => listOfficers(store, code)))).flat());
    const last = group.at(-1);
    if (items.length >= leastRows && !isWhole && start + unitsAtOnce < left.length && last)
      return { items, last };
  }
  return { items };
}
