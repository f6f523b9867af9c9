import type { EventOfKind } from "@dunmiao/domain/eventType";
import { type Place, type PlaceInput, placeSchema, planPlace } from "@dunmiao/domain/place";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import type { Derived } from "./engine/seal.ts";

export const placeNoun: Noun<Place> = { kind: "place", schema: placeSchema };
const rowSchema = placeSchema.pick({ kind: true, name: true, unit: true, isClosed: true });

/** A place as lists have it. */
export type PlaceRow = Omit<Place, "version" | "head">;

/** All places by kind and code: one Query on their directory. */
export async function listPlaces(store: Store): Promise<PlaceRow[]> {
  const { rows } = await byKind(store, "place", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary }));
}

export function derivePlace({ id, kind, name, unit, isClosed }: Place): Derived {
  return {
    summary: { kind, name, unit, isClosed },
    index: { directory: { name: "place", sort: `${kind}#${id}` } },
  };
}

/** Puts a place on the list, or brings the one that is there up to date; the same again changes nothing. */
export async function savePlace(acting: Acting, input: PlaceInput): Promise<Changed<Place>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const { code, ...facts } = input;
  const first = { id: code, version: 0, head: "", ...facts };
  const request = { noun: placeNoun, id: code };
  const decide = async () => accept(decision("place.created", first));
  const created = await create(acting.store, { ...request, decide }, stamp);
  if (created.outcome !== "exists") return created;
  const update = (place: Place): Outcome<Decided<Place> | undefined> => {
    const plan = planPlace(input, place);
    if (!plan.ok) return plan;
    return accept(plan.value === "update" ? decision("place.updated", { ...place, ...facts }) : undefined);
  };
  return change(acting.store, { ...request, decide: update }, stamp);
}

function decision(type: EventOfKind<"place">["type"], after: Place): Decided<Place> {
  const { kind, name, unit, isClosed } = after;
  return { after, event: { type, change: { kind, name, unit, isClosed } }, derive: derivePlace };
}
