import type { Account } from "@dunmiao/domain/account";
import { inBureau, type MatterMessage } from "@dunmiao/domain/matter";
import type { Beside } from "./engine/writes.ts";
import { inboxWrites } from "./notification.ts";

/** Tells auditors, security officers and the personnel office of an emergency, in the transaction that begins or uses it. */
export function emergencyWrites(
  { id, name }: Pick<Account, "id" | "name">,
  code: MatterMessage["code"],
  on: string,
): Beside[] {
  const matter = { kind: "emergency" as const, id, label: `${name} ${id}` };
  return inboxWrites([{ code, matter, on, to: inBureau("auditor", "security", "hr") }]);
}
