import { type Signature, signedName } from "@dunmiao/domain/actor";
import type { Text } from "./text.ts";

/**
 * Who acted, as people call them: unit and name at the time with the role; rows from before names were kept show the
 * role alone. Who acted for somebody is named with that one. Account ids stand in JSON and in the trail only.
 */
export function signerName(
  text: Text,
  by: Pick<Signature, "role" | "name" | "unitName" | "actsFor">,
): string {
  const name = signedName(by);
  const role = roleOf(text, by);
  return name === undefined ? role : text.common.signer({ name, role });
}

function roleOf(text: Text, { role, actsFor }: Pick<Signature, "role" | "actsFor">): string {
  const name = text.role[role];
  return actsFor ? text.delegationPage.roleFor({ role: name, holder: actsFor.name }) : name;
}
