import { recordKey } from "@dunmiao/store/engine/keys";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { editItem } from "../../../store/test/editItem.ts";
import type { World } from "./world.ts";

/** Edits the stored item of a record behind the product's back. */
export function tamper(
  { store }: World,
  of: { kind: Kind; id: string },
  edit: Parameters<typeof editItem>[2],
): Promise<void> {
  return editItem(store, recordKey(of.kind, of.id), edit);
}

/** A record whose schema no longer holds: a status that nobody knows. */
export function breakRecord(world: World, id: string): Promise<void> {
  return tamper(world, { kind: "secondment", id }, ({ record }) => {
    record.status = "gone-fishing";
  });
}
