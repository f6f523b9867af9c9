import type { Account } from "@dunmiao/domain/account";
import {
  type DelegationChange,
  delegateRole,
  endDelegation as endOnAccount,
} from "@dunmiao/domain/account/delegation";
import type { DelegationInput } from "@dunmiao/domain/delegation";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type AccountOnce, accountNoun, deriveAccount } from "./account.ts";
import { type AccountDecision, changeAccount } from "./changeAccount.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import type { Changed } from "./engine/change.ts";
import { loadRecord } from "./engine/record.ts";
import { seal } from "./engine/seal.ts";

/** Whose account it is about; `delegation` is the id of the delegation. */
type Of = { readonly holder: string; readonly delegation: string; readonly once?: AccountOnce };

/** Has somebody act for the holder of an account: two GetItems and one transaction over both accounts. */
export function delegate(
  acting: Acting,
  { holder, delegation, once }: Of,
  input: DelegationInput,
): Promise<Changed<Account>> {
  return changeAccount(acting, { id: holder, once }, async (account) => {
    const found = await loadRecord(acting.store, accountNoun, input.delegate);
    const { actor, today } = acting;
    const given = delegateRole(account, input, { actor, today, id: delegation, delegate: found });
    return found ? together(acting, found, given) : refused(given);
  });
}

/** Ends a delegation: as many requests. */
export function endDelegation(acting: Acting, { holder, delegation, once }: Of): Promise<Changed<Account>> {
  return changeAccount(acting, { id: holder, once }, async (account) => {
    const named = account.delegations?.find(({ id }) => id === delegation)?.delegate.id;
    const found = named === undefined ? undefined : await loadRecord(acting.store, accountNoun, named);
    if (!found) return refuse("not-found");
    const { actor, today } = acting;
    return together(acting, found, endOnAccount(account, delegation, { actor, today, delegate: found }));
  });
}

async function together(
  acting: Acting,
  before: Account,
  outcome: Outcome<DelegationChange>,
): Promise<Outcome<AccountDecision>> {
  if (!outcome.ok) return outcome;
  const stamp = stampOf(acting, await acting.calendar.current());
  const { holder, delegate: changed } = outcome.value;
  const sealed = seal({ noun: accountNoun, before, ...changed, derive: deriveAccount }, stamp);
  return accept({ ...holder, together: [sealed] });
}

function refused(outcome: Outcome<DelegationChange>): Outcome<AccountDecision> {
  return outcome.ok ? refuse("delegate-not-fit", "delegate") : outcome;
}
