import type { Account } from "@dunmiao/domain/account";
import { judgePassphrase } from "@dunmiao/domain/account/passphrase";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type AccountDecision, changeAccount } from "@dunmiao/store/changeAccount";
import {
  type Credential,
  credentialWrite,
  loadCredential,
  newRecoveryCodes,
  recoveryHash,
} from "@dunmiao/store/credential";
import type { Acting } from "@dunmiao/store/engine/acting";
import { counterOf } from "@dunmiao/store/oneTimeCode";
import { hashPassphrase, isPassphrase } from "@dunmiao/store/passphrase";
import { countTry, forgive } from "@dunmiao/store/tries";

/** Whoever sits down at somebody's open session has as few guesses as at the door. */
const freeTries = 5;

/**
 * Changes the passphrase of somebody who knows the present one. Refused: `passphrase-wrong` at `current`, what
 * `judgePassphrase` refuses and `passphrase-same` at `passphrase`, `sign-in-blocked` after five wrong ones.
 */
export async function changePassphrase(
  acting: Acting,
  { id }: Account,
  given: { current: string; passphrase: string },
): Promise<Outcome<Account>> {
  const judged = judgePassphrase(given.passphrase, id);
  if (!judged.ok) return judged;
  return guarded(acting, id, async () => {
    const seen = await loadCredential(acting.store, id);
    if (!(await isPassphrase(seen?.passphrase, given.current))) return refuse("passphrase-wrong", "current");
    if (given.passphrase.normalize("NFKC") === given.current.normalize("NFKC"))
      return refuse("passphrase-same", "passphrase");
    const passphrase = await hashPassphrase(given.passphrase);
    return changeSecret(acting, id, (account, credential) => {
      // Changed meanwhile, such as by a link: the one that was given is the present one no more.
      if (credential.passphrase?.tag !== seen?.passphrase?.tag) return refuse("passphrase-wrong", "current");
      const { totp, recovery } = credential;
      return accept({
        after: account,
        event: { type: "account.passphrase-set", change: { with: "passphrase" } },
        beside: [credentialWrite(id, credential, { passphrase, totp, recovery })],
      });
    });
  });
}

/** Ten new recovery codes for who has the device: those of before work no more. Refused: `code-wrong`, `sign-in-blocked`. */
export async function renewRecovery(
  acting: Acting,
  { id }: Account,
  code: string,
): Promise<Outcome<readonly string[]>> {
  const codes = newRecoveryCodes();
  const renewed = await guarded(acting, id, () =>
    changeSecret(acting, id, (account, credential) => {
      const { passphrase, totp } = credential;
      const last = totp && counterOf(totp.secret, code, { now: new Date(acting.now), last: totp.last });
      if (!totp || last === undefined) return refuse("code-wrong", "code");
      const next = { passphrase, totp: { ...totp, last }, recovery: codes.map(recoveryHash) };
      return accept({
        after: account,
        event: { type: "account.recovery-renewed", change: { hasSecondFactor: true } },
        beside: [credentialWrite(id, credential, next)],
      });
    }),
  );
  return renewed.ok ? accept(codes) : renewed;
}

async function guarded<T>(
  { store, now }: Acting,
  id: string,
  attempt: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const trier = { name: `own ${id}`, free: freeTries };
  const wait = await countTry(store, trier, new Date(now));
  if (wait !== undefined)
    return refuse("sign-in-blocked", undefined, { minutes: Math.max(1, Math.ceil(wait / 60)) });
  const done = await attempt();
  if (done.ok) await forgive(store, trier, "all", new Date(now));
  return done;
}

async function changeSecret(
  acting: Acting,
  id: string,
  rule: (account: Account, credential: Credential) => Outcome<AccountDecision>,
): Promise<Outcome<Account>> {
  const changed = await changeAccount(acting, { id }, async (account) => {
    const credential = await loadCredential(acting.store, id);
    return credential && account.status === "active" ? rule(account, credential) : refuse("not-found");
  });
  if (changed.outcome === "committed") return accept(changed.record);
  return changed.outcome === "refused" ? { ok: false, refusals: changed.refusals } : refuse("record-busy");
}
