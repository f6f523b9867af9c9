import { type Signature, signedName } from "@dunmiao/domain/actor";
import type { Text } from "./text.ts";

/**
 * Who acted, as people call them: unit and name at the time with the role; rows from before names were kept show the
 * role alone. Account ids stand in JSON and in the trail only.
 */
export function signerName(text: Text, by: Pick<Signature, "role" | "name" | "unitName">): string {
  const name = signedName(by);
  const role = text.role[by.role];
  return name === undefined ? role : text.common.signer({ name, role });
}
