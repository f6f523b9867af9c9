import type { Account } from "@dunmiao/domain/account";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { credentialWrite, loadCredential, newRecoveryCodes, recoveryHash } from "@dunmiao/store/credential";
import { counterOf } from "@dunmiao/store/oneTimeCode";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { ownActing } from "./ownActing.ts";

/**
 * Sets up one-time codes, once the device has shown a right one, and answers the recovery codes, of which only hashes are
 * kept. Refused where there are codes already: another hand takes them away first.
 */
export async function setFactor(
  c: Context<WebEnv>,
  account: Account,
  { secret, code }: { secret: string; code: string },
): Promise<Outcome<{ account: Account; recovery: readonly string[] }>> {
  const acting = ownActing(c, account);
  const { store, now } = acting;
  const { id } = account;
  const last = counterOf(secret, code, { now: new Date(now), last: -1 });
  if (last === undefined) return refuse("code-wrong", "code");
  const recovery = newRecoveryCodes();
  const changed = await changeAccount(acting, { id }, async (present) => {
    const credential = await loadCredential(store, id);
    if (present.hasSecondFactor) return refuse("nothing-changes");
    const next = {
      passphrase: credential?.passphrase,
      totp: { secret, last },
      recovery: recovery.map(recoveryHash),
    };
    return accept({
      after: { ...present, hasSecondFactor: true },
      event: { type: "account.second-factor-set", change: { hasSecondFactor: true } } as const,
      beside: [credentialWrite(id, credential, next)],
    });
  });
  if (changed.outcome === "committed") return accept({ account: changed.record, recovery });
  return changed.outcome === "refused"
    ? { ok: false, refusals: changed.refusals }
    : refuse("nothing-changes");
}
