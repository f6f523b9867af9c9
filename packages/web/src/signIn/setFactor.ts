import type { Account } from "@dunmiao/domain/account";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { changeAccount } from "@dunmiao/store/account";
import { credentialWrite, loadCredential, newRecoveryCodes, recoveryHash } from "@dunmiao/store/credential";
import { counterOf } from "@dunmiao/store/oneTimeCode";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";

/**
 * Sets up one-time codes, once the device has shown a right one, and answers the recovery codes, of which only hashes are
 * kept. Refused where there are codes already: another hand takes them away first.
 */
export async function setFactor(
  c: Context<WebEnv>,
  { id, name }: Account,
  { secret, code }: { secret: string; code: string },
): Promise<Outcome<{ account: Account; recovery: readonly string[] }>> {
  const { store, calendar, clock } = c.var.deps;
  const now = clock.now();
  const last = counterOf(secret, code, { now: new Date(now), last: -1 });
  if (last === undefined) return refuse("code-wrong", "code");
  const recovery = newRecoveryCodes();
  const actor = c.var.actor ?? { id, name, role: "system" as const };
  const acting = { store, calendar, actor, today: c.var.today, now };
  const changed = await changeAccount(acting, { id }, async (account) => {
    const credential = await loadCredential(store, id);
    if (account.hasSecondFactor || !credential) return refuse("nothing-changes");
    const { passphrase } = credential;
    const next = { passphrase, totp: { secret, last }, recovery: recovery.map(recoveryHash) };
    return accept({
      after: { ...account, hasSecondFactor: true },
      event: { type: "account.second-factor-set", change: { hasSecondFactor: true } } as const,
      beside: [credentialWrite(id, credential, next)],
    });
  });
  if (changed.outcome === "committed") return accept({ account: changed.record, recovery });
  return changed.outcome === "refused"
    ? { ok: false, refusals: changed.refusals }
    : refuse("nothing-changes");
}
