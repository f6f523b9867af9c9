import type { Account } from "@dunmiao/domain/account";
import { type Holder, heldForGood, keepLastHands } from "@dunmiao/domain/account/lastHand";
import { personRoles } from "@dunmiao/domain/actor";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { accountNoun, listAccounts } from "./account.ts";
import type { Store } from "./engine/client.ts";
import { loadItem, loadRecord } from "./engine/record.ts";
import { handsKey } from "./engine/signInKeys.ts";
import type { Beside } from "./engine/writes.ts";
import { loadRoleUse } from "./roleUse.ts";

const handsSchema = z.object({
  version: z.int().positive(),
  holders: z.array(
    z.object({ account: z.string(), role: z.enum(personRoles), from: z.iso.date(), isAble: z.boolean() }),
  ),
});

/**
 * Who is administrator and security officer after a change, for its transaction: of two changes at once that would each
 * leave the other one's person, one is judged again. No request for an account that is neither, else one GetItem.
 */
export async function lastHandWrites(
  store: Store,
  change: { before: Account; after: Account; today: string },
): Promise<Outcome<Beside[]>> {
  const held = ({ before, after }: typeof change) => [heldForGood(before), heldForGood(after)].map(textOf);
  const [before, after] = held(change);
  if (before === after) return accept([]);
  const stored = await loadItem(store, handsKey, handsSchema);
  const kept = keepLastHands(stored?.holders ?? (await findHolders(store)), change);
  if (!kept.ok) return kept;
  const put = { ...handsKey, version: (stored?.version ?? 0) + 1, holders: kept.value };
  return accept([{ put, onlyOver: stored ? { version: stored.version } : "nothing" }]);
}

/** Whether somebody has acted as security officer: until then nobody can be the second hand. */
export async function hasSecondHand(store: Store): Promise<boolean> {
  const rows = (await listAccounts(store)).filter(({ roles }) => roles.includes("security"));
  const used = await Promise.all(
    rows.map(async ({ id }) => {
      const [account, uses] = await Promise.all([loadRecord(store, accountNoun, id), loadRoleUse(store, id)]);
      return account?.assignments.some((each) => each.role === "security" && uses.has(each.id)) ?? false;
    }),
  );
  return used.includes(true);
}

function textOf(holders: readonly Holder[]): string {
  return JSON.stringify(holders);
}

/** Where nobody has written them yet: from the records of all accounts. */
async function findHolders(store: Store): Promise<Holder[]> {
  const rows = await listAccounts(store);
  const accounts = await Promise.all(rows.map(({ id }) => loadRecord(store, accountNoun, id)));
  return accounts.flatMap((account) => (account ? heldForGood(account) : []));
}
