import { isTurnOf } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";

/** A form by its secondment, its checkpoint and who files it; whether it is handed in. */
type Placed = { id: string; checkpoint: string; by: string; isIn: boolean };

/**
 * Where a form leads whom: to itself for who files it, and for everybody once it is in; else to the checkpoints of the
 * case, since nobody but its filer may open one that is being written.
 */
export function formPlace({ id, checkpoint, by, isIn }: Placed, reader: Actor["role"] | undefined): string {
  const isOpen = isIn || isTurnOf(reader && { role: reader }, by);
  return `/secondments/${id}${isOpen ? `/checkpoints/${checkpoint}/forms/${by}` : "#checkpoints"}`;
}
