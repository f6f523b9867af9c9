import type { Actor } from "@dunmiao/domain/actor";

/** Who proposes merges and who decides on them sees the other person, too. */
export function isDeciding({ role }: Actor): boolean {
  return role === "hr" || role === "approver";
}
