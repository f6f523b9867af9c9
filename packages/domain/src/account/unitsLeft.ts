/** Days (both included) on a secondment, and the codes of the units that it leads to. */
export type Stay = { readonly units: readonly string[]; readonly from: string; readonly to: string };

/**
 * The units that somebody was on secondment to and is not today, each with the last day there. `home` is the unit that they
 * belong to: whoever stays where they were has not left it.
 */
export function unitsLeft(
  stays: readonly Stay[],
  { today, home }: { readonly today: string; readonly home: string | undefined },
): ReadonlyMap<string, string> {
  const present = stays.filter(({ from, to }) => from <= today && today <= to);
  const isThere = (unit: string) => unit === home || present.some(({ units }) => units.includes(unit));
  const left = new Map<string, string>();
  for (const { units, to } of stays) {
    if (to >= today) continue;
    for (const unit of units) if (!isThere(unit) && to > (left.get(unit) ?? "")) left.set(unit, to);
  }
  return left;
}
