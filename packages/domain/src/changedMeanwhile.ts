import { type Signature, saidBy } from "./actor.ts";
import { type Refused, refuse } from "./refusal.ts";

/** Who did something last and when; what no person did (a notice of the calendar) has an id alone. */
export type LastAct = { readonly by: Signature | string; readonly on: string };

/**
 * Refuses `changed-meanwhile` where somebody decides on another revision than the one that stands; `last` is who changed
 * it, said by name where it is known. Who says no revision decides on what stands.
 */
export function staleRevision(
  seen: number | undefined,
  revision: number,
  last: LastAct | undefined,
): Refused | undefined {
  return seen === undefined || seen === revision ? undefined : changedMeanwhile(last);
}

/** The refusal `changed-meanwhile`: something changed after it was looked at. */
export function changedMeanwhile(last?: LastAct): Refused {
  const { by = "", on = "" } = last ?? {};
  return refuse("changed-meanwhile", undefined, { ...(typeof by === "string" ? { by } : saidBy(by)), on });
}
