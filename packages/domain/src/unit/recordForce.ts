import type * as z from "zod";
import { type Actor, signature } from "../actor.ts";
import type { EventOfKind } from "../eventType.ts";
import { type Force, forceLevels, forceSchema } from "../force.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";

export const forceInputSchema = forceSchema
  .omit({ entered: true })
  .extend({ sharePercent: forceSchema.shape.sharePercent.optional() });
export type ForceInput = z.infer<typeof forceInputSchema>;

/** Two a year for twenty years. */
const mostEntries = 40;
type Entered = { after: Unit; event: EventOfKind<"unit"> };

/**
 * Enters the force of a unit from a day on; another entry of the same day takes the place of the first, which stays in
 * the trail. A city's share is a fifth unless told, a county says its own (`share-not-said`). Undefined where nothing
 * differs.
 */
export function recordForce(
  unit: Unit,
  input: ForceInput,
  { actor, today }: { actor: Actor; today: string },
): Outcome<Entered | undefined> {
  if (!mayTry(actor, "keep-quota")) return refuse("forbidden");
  if (unit.kind === "station") return refuse("force-of-station", "unit", { unit: unit.name });
  const sharePercent = input.sharePercent ?? forceLevels.find(({ key }) => key === input.level)?.sharePercent;
  if (sharePercent === undefined) return refuse("share-not-said", "sharePercent");
  const { forces = [] } = unit;
  const said = { ...input, sharePercent };
  if (forces.some((each) => isSame(each, said))) return accept(undefined);
  const others = forces.filter(({ from }) => from !== input.from);
  if (others.length >= mostEntries) return refuse("too-many-forces", undefined, { limit: mostEntries });
  const entry: Force = { ...said, entered: { by: signature(actor), on: today } };
  const ordered = [...others, entry].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return accept({ after: { ...unit, forces: ordered }, event: { type: "unit.force-entered", change: said } });
}

function isSame(one: Force, other: Omit<Force, "entered">): boolean {
  return (["level", "from", "people", "sharePercent", "source"] as const).every(
    (fact) => one[fact] === other[fact],
  );
}
