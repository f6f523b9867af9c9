import type { Account } from "@dunmiao/domain/account";
import type { AccountChange } from "@dunmiao/domain/account/roles";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { type AccountOnce, accountNoun, deriveAccount } from "./account.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, type Decided } from "./engine/change.ts";
import { lastHandWrites } from "./lastHand.ts";

/** A change of an account with what is written beside it, e.g. a passphrase, or the account of a delegate. */
export type AccountDecision = AccountChange & Pick<Decided<Account>, "beside" | "earlier" | "together">;

/**
 * Runs a rule on an account and commits what it says: one GetItem and one TransactWriteItems, and one more GetItem where the
 * account becomes administrator or security officer, or is it no longer (`last-of-role`).
 */
export async function changeAccount(
  acting: Acting,
  { id, once }: { id: string; once?: AccountOnce },
  rule: (account: Account) => Outcome<AccountDecision> | Promise<Outcome<AccountDecision>>,
): Promise<Changed<Account>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const decide = async (account: Account) => {
    const outcome = await rule(account);
    if (!outcome.ok) return outcome;
    const { after, event, earlier, together, beside = [] } = outcome.value;
    const { store, today } = acting;
    const hands = await lastHandWrites(store, { before: account, after, today });
    return hands.ok
      ? accept({
          after,
          event,
          earlier,
          together,
          beside: [...beside, ...hands.value],
          derive: deriveAccount,
        })
      : hands;
  };
  return change(acting.store, { noun: accountNoun, id, once, decide }, stamp);
}
