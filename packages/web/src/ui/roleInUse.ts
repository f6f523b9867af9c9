import type { Actor } from "@dunmiao/domain/actor";
import type { Text } from "./text.ts";

/** A role as its holder chooses it: `派出所 一元所`; one of somebody else for whom they act with that name. */
export function roleInUse(
  text: Text,
  { role, unitName, actsFor }: Pick<Actor, "role" | "unitName" | "actsFor">,
): string {
  const holder = actsFor && text.delegationPage.actsFor({ holder: actsFor.name });
  return [text.role[role], unitName, holder].filter(Boolean).join(" ");
}
