import type { Absence } from "@dunmiao/domain/absence";

/** The facts of an absence as values of its form; its evidence stays where it is, a correction brings its own. */
export function factsValues(absence: Absence): Record<string, string> {
  const { class: absenceClass, from, to, fromHalf, toHalf, orderedBy, cause, note } = absence;
  return {
    class: absenceClass,
    from,
    to,
    ...(fromHalf && { fromHalf }),
    ...(toHalf && { toHalf }),
    ...(orderedBy && { orderedBy }),
    ...(cause && { cause }),
    ...(note && { note }),
  };
}
