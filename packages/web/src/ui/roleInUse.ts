import type { Actor } from "@dunmiao/domain/actor";
import type { Text } from "./text.ts";

/** A role as its holder chooses it: `派出所 一元所`. */
export function roleInUse(text: Text, { role, unitName }: Pick<Actor, "role" | "unitName">): string {
  return [text.role[role], unitName].filter(Boolean).join(" ");
}
