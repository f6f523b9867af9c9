import type { Account } from "@dunmiao/domain/account";
import { type AccountPlan, type PlannedRow, planAccount } from "@dunmiao/domain/account/planAccount";
import { isHand } from "@dunmiao/domain/account/roles";
import { accept, refuse } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";
import { uuidv7 } from "uuidv7";
import { accountNoun, deriveAccount } from "./account.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { change, create, type Decided } from "./engine/change.ts";
import { loadRecord } from "./engine/record.ts";
import { rolesElsewhere } from "./otherAccounts.ts";

/** `isNew`: the rows opened the account. */
export type ImportedAccount = Pick<AccountPlan, "refused"> & { readonly isNew: boolean };

/** Carries out what the rows of one person say, as they are judged then: one GetItem and one TransactWriteItems. */
export async function importAccount(
  acting: Acting,
  rows: readonly PlannedRow[],
  units: ReadonlyMap<string, Unit>,
): Promise<ImportedAccount> {
  const id = rows[0]?.number ?? "";
  const stamp = stampOf(acting, await acting.calendar.current());
  const { store, actor, today } = acting;
  const isOfHand = rows.some(({ assignment }) => assignment && isHand(assignment));
  const elsewhere = isOfHand ? await rolesElsewhere(store, id) : [];
  const ground = { actor, today, units, elsewhere, newId: uuidv7 };
  let refused: AccountPlan["refused"] = [];
  const decide = (account?: Account) => {
    const plan = planAccount(account, rows, ground);
    refused = plan.refused;
    return decided(plan, acting);
  };
  const isNew = !(await loadRecord(store, accountNoun, id));
  const written = isNew
    ? await create(store, { noun: accountNoun, id, decide: async () => toCreate(decide()) }, stamp)
    : await change(store, { noun: accountNoun, id, decide: (account) => accept(decide(account)) }, stamp);
  // Opened by somebody else at the same moment: judged again on what is there now.
  if (written.outcome === "exists") return importAccount(acting, rows, units);
  if (written.outcome === "refused" && refused.length === 0)
    refused = rows.map(({ row }) => ({ row, refusals: written.refusals }));
  return { refused, isNew: isNew && written.outcome === "committed" };
}

function decided({ changes }: AccountPlan, { actor }: Acting): Decided<Account> | undefined {
  const last = changes.at(-1);
  if (!last) return undefined;
  const earlier = changes.slice(0, -1).map((each) => ({ ...each, actor }));
  return { ...last, earlier, derive: deriveAccount };
}

function toCreate(wanted: Decided<Account> | undefined) {
  return wanted ? accept(wanted) : refuse("nothing-changes");
}
