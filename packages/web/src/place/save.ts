import { type PlaceInput, planPlace } from "@dunmiao/domain/place";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Acting } from "@dunmiao/store/engine/acting";
import { listPlaces, type PlaceRow, savePlace } from "@dunmiao/store/place";
import type { Units } from "@dunmiao/store/unit";
import { atOnce } from "../atOnce.ts";

const writesAtOnce = 8;

/** What became of a list of places. */
export type SavedPlaces = { created: number; updated: number; same: number };

/**
 * Puts places on the list: all of them are looked at before the first is written, and one that cannot be refuses the
 * list with its place in it. One transaction each; who sends the same list again after a failure does the rest.
 */
export async function savePlaces(
  acting: Acting,
  inputs: readonly PlaceInput[],
  units: Units,
): Promise<Outcome<SavedPlaces>> {
  const known = new Map((await listPlaces(acting.store)).map((row) => [row.id, row]));
  const refusals = refusalsOfPlaces(inputs, known, units);
  if (refusals.length > 0) return { ok: false, refusals };
  const outcomes = await atOnce(inputs, writesAtOnce, (input) => savePlace(acting, input));
  const failed = outcomes.find((each) => each.outcome === "refused");
  if (failed?.outcome === "refused") return { ok: false, refusals: failed.refusals };
  const same = outcomes.filter(({ outcome }) => outcome === "unchanged").length;
  const created = outcomes.filter((each) => each.outcome === "committed" && each.record.version === 1).length;
  return accept({ created, same, updated: outcomes.length - created - same });
}

function refusalsOfPlaces(
  inputs: readonly PlaceInput[],
  known: ReadonlyMap<string, PlaceRow>,
  units: Units,
): Refusal[] {
  const seen = new Set<string>();
  return inputs.flatMap((input, index) => {
    const place = known.get(input.code);
    const plan = planPlace(input, place && { ...place, version: 0, head: "" });
    const isTwice = seen.has(input.code);
    seen.add(input.code);
    const outcome = isTwice
      ? refuse("place-named-twice", "code", { place: input.code })
      : units.has(input.unit)
        ? plan
        : refuse("unknown-unit", "unit", { unit: input.unit });
    if (outcome.ok) return [];
    return outcome.refusals.map((each) => ({ ...each, field: `places.${index}.${each.field ?? "code"}` }));
  });
}
