import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Unit, UnitInput } from "@dunmiao/domain/unit";
import * as z from "zod";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { byHost } from "./engine/lists.ts";
import type { Derived } from "./engine/seal.ts";
import { unitNoun } from "./unit.ts";

type Once = { use: KeyUse; answer: (record: Unit) => Answer } | undefined;

/** Of the forces lists read what the quota needs. */
export function deriveUnit({ id, name, kind, parent, forces = [] }: Unit): Derived {
  const dated = forces.map(({ level, from, people, sharePercent }) => ({
    level,
    from,
    people,
    sharePercent,
  }));
  return {
    summary: { name, kind, ...(parent && { parent }), ...(dated.length > 0 && { forces: dated }) },
    index: { directory: { name: "unit", sort: id } },
  };
}

/** Creates a unit, or brings the one on file up to date; the plan (`planUnit`) was made before. */
export async function saveUnit(acting: Acting, input: UnitInput, once?: Once): Promise<Changed<Unit>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const { code, ...facts } = input;
  const created = await create(
    acting.store,
    {
      noun: unitNoun,
      id: code,
      decide: async () => accept(decision("unit.created", { id: code, version: 0, head: "", ...facts })),
      once,
    },
    stamp,
  );
  if (created.outcome !== "exists") return created;
  const decide = async (unit: Unit): Promise<Outcome<ReturnType<typeof decision> | undefined>> => {
    if (await isLeftBehind(acting.store, unit, input)) return refuse("station-has-secondments", "parent");
    const { parent: _, ...kept } = unit;
    const same = unit.name === facts.name && unit.kind === facts.kind && unit.parent === facts.parent;
    return accept(same ? undefined : decision("unit.updated", { ...kept, ...facts }));
  };
  return change(acting.store, { noun: unitNoun, id: code, decide, once }, stamp);
}

/** People are listed under the branch that their station had when they came: a station with people stays where it is. */
async function isLeftBehind(store: Store, { id, kind, parent }: Unit, input: UnitInput): Promise<boolean> {
  if (kind !== "station" || parent === undefined || parent === input.parent) return false;
  const { rows } = await byHost(store, { branch: parent, station: id }, z.unknown());
  return rows.length > 0;
}

function decision(type: "unit.created" | "unit.updated", after: Unit) {
  const { name, kind, parent } = after;
  return { after, event: { type, change: { name, kind, ...(parent && { parent }) } }, derive: deriveUnit };
}
