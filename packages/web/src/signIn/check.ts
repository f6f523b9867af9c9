import type { Account } from "@dunmiao/domain/account";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { accountNoun } from "@dunmiao/store/account";
import { type Credential, loadCredential, recoveryHash, useUp } from "@dunmiao/store/credential";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { counterOf } from "@dunmiao/store/oneTimeCode";
import { isPassphrase } from "@dunmiao/store/passphrase";
import { countTry, forgive } from "@dunmiao/store/tries";

export type Proof = { number: string; passphrase: string; code?: string | undefined };

/** Behind one address a whole office may sit. */
const freeTries = { account: 5, address: 20 };

/**
 * Whose account it is. The same sentence and the same work whatever was wrong, also for an account that does not exist;
 * blocked after failures, for growing minutes, by account and by address.
 */
export async function checkSignIn(
  store: Store,
  { number, passphrase, code = "" }: Proof,
  { address, now }: { address: string; now: Date },
): Promise<Outcome<Account>> {
  const byAddress = { name: `address ${address}`, free: freeTries.address };
  const byAccount = { name: `account ${number}`, free: freeTries.account };
  for (const trier of [byAddress, byAccount]) {
    const wait = await countTry(store, trier, now);
    if (wait !== undefined)
      return refuse("sign-in-blocked", undefined, { minutes: Math.max(1, Math.ceil(wait / 60)) });
  }
  const [account, credential] = await Promise.all([
    loadRecord(store, accountNoun, number),
    loadCredential(store, number),
  ]);
  const isRight = await isPassphrase(credential?.passphrase, passphrase);
  if (!isRight || !credential || account?.status !== "active") return refuse("sign-in-failed");
  const isProven = await proveFactor(store, account, { credential, code, now });
  if (!isProven) return refuse("sign-in-failed");
  await Promise.all([forgive(store, byAccount, "all", now), forgive(store, byAddress, "one", now)]);
  return accept(account);
}

/** Whose code it is, of somebody whom a provider has named: counted and used up as at any sign-in. */
export async function proveCode(
  store: Store,
  id: string,
  { code, now }: { code: string; now: Date },
): Promise<Outcome<Account>> {
  const byAccount = { name: `account ${id}`, free: freeTries.account };
  const wait = await countTry(store, byAccount, now);
  if (wait !== undefined) return refuse("sign-in-blocked", "code", { minutes: Math.ceil(wait / 60) });
  const [account, credential] = await Promise.all([
    loadRecord(store, accountNoun, id),
    loadCredential(store, id),
  ]);
  if (account?.status !== "active" || !credential) return refuse("sign-in-failed", "code");
  if (!(await proveFactor(store, account, { credential, code, now }))) return refuse("code-wrong", "code");
  await forgive(store, byAccount, "all", now);
  return accept(account);
}

type Factor = { credential: Credential; code: string; now: Date };

/** Uses up the one-time code or the recovery code where the account has a second factor. */
async function proveFactor(
  store: Store,
  { id, hasSecondFactor }: Account,
  { credential, code, now }: Factor,
) {
  const { totp, recovery } = credential;
  if (!hasSecondFactor) return true;
  if (!totp) return false;
  const counter = counterOf(totp.secret, code, { now, last: totp.last });
  if (counter !== undefined)
    return useUp(store, id, credential, { totp: { ...totp, last: counter }, recovery });
  const hash = recoveryHash(code);
  if (!recovery.includes(hash)) return false;
  return useUp(store, id, credential, { totp, recovery: recovery.filter((each) => each !== hash) });
}
