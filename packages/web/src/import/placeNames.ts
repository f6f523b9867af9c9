import type { Place } from "@dunmiao/domain/place";
import { nameKey } from "@dunmiao/domain/plainText";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { PlaceRow } from "@dunmiao/store/place";

/** Finds a place by what stands in a cell: its code, or a name that only one place has. */
export type PlaceFinder = (codeOrName: string) => Outcome<Place>;

/** Refuses `unknown-place` and, for a name that several places have, `ambiguous-place` with their codes. */
export function placeFinder(places: readonly PlaceRow[]): PlaceFinder {
  const byCode = new Map(places.map((place) => [place.id, place]));
  const byName = Map.groupBy(places, ({ name }) => nameKey(name));
  const found = (place: PlaceRow): Outcome<Place> => accept({ ...place, version: 0, head: "" });
  return (codeOrName) => {
    const coded = byCode.get(codeOrName);
    if (coded) return found(coded);
    const [first, ...more] = byName.get(nameKey(codeOrName)) ?? [];
    if (!first) return refuse("unknown-place", "place", { place: codeOrName });
    if (more.length === 0) return found(first);
    const codes = [first, ...more].map(({ id }) => id).join("、");
    return refuse("ambiguous-place", "place", { place: codeOrName, codes });
  };
}

/** How a list writes a place: by its name where that is read as this place, else by its code. */
export function placeSpelling(places: readonly PlaceRow[]): (of: { code: string; name: string }) => string {
  const find = placeFinder(places);
  return ({ code, name }) => {
    const place = find(name);
    return place.ok && place.value.id === code ? name : code;
  };
}
