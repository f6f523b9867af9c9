import { type Account, type AccountInput, accountSchema } from "@dunmiao/domain/account";
import { mostEmergencyAccounts } from "@dunmiao/domain/account/emergency";
import { unconfirmed } from "@dunmiao/domain/account/identity";
import { newAccount } from "@dunmiao/domain/account/planAccount";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, create } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import { loadItem } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { emergencyKey } from "./engine/signInKeys.ts";
import type { Beside } from "./engine/writes.ts";

export const accountNoun: Noun<Account> = { kind: "account", schema: accountSchema };

const rowSchema = accountSchema.pick({ name: true, status: true, hasSecondFactor: true, kind: true }).extend({
  roles: z.array(accountSchema.shape.assignments.element.shape.role),
  asked: z.int(),
  used: z.int().optional(),
  delegatedUntil: z.iso.date().optional(),
  unconfirmed: z.int().optional(),
});
/**
 * An account as lists have it: roles that are granted or asked for, each once, how many wait for the second hand, in how
 * many emergencies (`used`) it was used that nobody has looked over, and how many identities wait (`unconfirmed`).
 */
export type AccountRow = { id: string } & z.infer<typeof rowSchema>;

/** All accounts by police number: one Query on their directory. */
export async function listAccounts(store: Store): Promise<AccountRow[]> {
  const { rows } = await byKind(store, "account", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary }));
}

export function deriveAccount(account: Account): Derived {
  const {
    id,
    name,
    status,
    hasSecondFactor,
    assignments,
    kind,
    emergencies = [],
    delegations = [],
  } = account;
  const held = assignments.filter(({ state }) => state !== "ended");
  const roles = [...new Set(held.map(({ role }) => role))];
  const asked = held.filter(({ state }) => state === "asked").length;
  const used = emergencies.filter(({ usedAt, review }) => usedAt && !review).length;
  const given = delegations.filter(({ state }) => state === "given");
  const delegatedUntil = given
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const waiting = unconfirmed(account).length;
  const more = {
    ...(kind && { kind }),
    ...(used > 0 && { used }),
    ...(delegatedUntil && { delegatedUntil }),
    ...(waiting > 0 && { unconfirmed: waiting }),
  };
  return {
    summary: { name, status, hasSecondFactor, roles, asked, ...more },
    index: { directory: { name: "account", sort: id } },
  };
}

export type AccountOnce = { use: KeyUse; answer: (account: Account) => Answer } | undefined;

/**
 * Opens an account for a number that has none (`account-known`). One TransactWriteItems, and a GetItem for one of the two
 * for emergencies (`too-many-emergency-accounts`).
 */
export async function openAccount(
  acting: Acting,
  input: AccountInput,
  once?: AccountOnce,
): Promise<Changed<Account>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const { number, name, kind } = input;
  const change = { name, ...(kind && { kind }) };
  const event = { type: "account.opened", change } as const;
  const decide = async () => {
    const beside = kind === "emergency" ? await countEmergencyAccount(acting.store, number) : accept([]);
    return beside.ok
      ? accept({ after: newAccount(input), event, derive: deriveAccount, beside: beside.value })
      : beside;
  };
  const request = { noun: accountNoun, id: number, once, decide };
  const created = await create(acting.store, request, stamp);
  if (created.outcome !== "exists") return created;
  return { ...refuse("account-known", "number"), outcome: "refused", retries: created.retries };
}

const emergencySchema = z.object({ version: z.int().positive(), accounts: z.array(z.string()) });

/** One more account for emergencies, for the transaction that opens it: of two at once that would be a third one is refused. */
async function countEmergencyAccount(store: Store, number: string): Promise<Outcome<Beside[]>> {
  const seen = await loadItem(store, emergencyKey, emergencySchema);
  const { version = 0, accounts = [] } = seen ?? {};
  if (accounts.length >= mostEmergencyAccounts && !accounts.includes(number))
    return refuse("too-many-emergency-accounts", "kind", { limit: mostEmergencyAccounts });
  const put = { ...emergencyKey, version: version + 1, accounts: [...new Set([...accounts, number])] };
  return accept([{ put, onlyOver: seen ? { version } : "nothing" }]);
}
