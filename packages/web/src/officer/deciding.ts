import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";

/** Who proposes merges and who decides on them sees the other person, too. */
export function isDeciding(actor: Actor): boolean {
  return mayTry(actor, "correct-officer") || mayTry(actor, "decide-officer-correction");
}
