import { forceSchema } from "@dunmiao/domain/force";
import { accept } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";
import type { DatedForce } from "@dunmiao/domain/unit/quota";
import { type ForceInput, recordForce } from "@dunmiao/domain/unit/recordForce";
import * as z from "zod";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, type ChangeRequest, change } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import { byKind } from "./engine/lists.ts";
import { deriveUnit } from "./saveUnit.ts";
import { unitNoun } from "./unit.ts";

const dated = forceSchema.pick({ level: true, from: true, people: true, sharePercent: true });
const rowSchema = z.object({ forces: z.array(dated).optional() });

/** The forces of all units that have one, by code: one Query on their directory. */
export async function listForces(store: Store): Promise<ReadonlyMap<string, readonly DatedForce[]>> {
  const { rows } = await byKind(store, "unit", rowSchema);
  return new Map(rows.flatMap(({ id, summary: { forces } }) => (forces ? [[id, forces] as const] : [])));
}

/** Enters the force of a unit: one GetItem and one TransactWriteItems. */
export async function saveForce(
  acting: Acting,
  input: ForceInput,
  { id, once }: { id: string; once: ChangeRequest<Unit>["once"] },
): Promise<Changed<Unit>> {
  const decide = async (unit: Unit) => {
    const entered = recordForce(unit, input, acting);
    return entered.ok ? accept(entered.value && { ...entered.value, derive: deriveUnit }) : entered;
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: unitNoun, id, decide, once }, stamp);
}
