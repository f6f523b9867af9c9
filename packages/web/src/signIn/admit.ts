import type { Account } from "@dunmiao/domain/account";
import { useEmergency } from "@dunmiao/domain/account/emergency";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { emergencyWrites } from "@dunmiao/store/tellEmergency";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import type { Doors } from "./doors.ts";
import { ownActing } from "./ownActing.ts";

/**
 * Whether whoever gave passphrase and code comes in: people where passphrases are a door, an account for emergencies while it
 * is armed, which is said to whom it concerns in the same transaction. Refused: `passphrases-not-used`, `account-not-armed`.
 */
export async function admit(c: Context<WebEnv>, account: Account, doors: Doors): Promise<Outcome<Account>> {
  if (account.kind !== "emergency")
    return doors.hasPassphrases ? accept(account) : refuse("passphrases-not-used");
  const acting = ownActing(c, account);
  const changed = await changeAccount(acting, { id: account.id }, (present) => {
    const used = useEmergency(present, acting);
    return used.ok
      ? accept({ ...used.value, beside: emergencyWrites(present, "emergency-used", acting.today) })
      : used;
  });
  if (changed.outcome === "committed") return accept(changed.record);
  return changed.outcome === "refused" ? { ok: false, refusals: changed.refusals } : refuse("record-busy");
}
