import { type Account, type AccountInput, accountSchema } from "@dunmiao/domain/account";
import { newAccount } from "@dunmiao/domain/account/planAccount";
import { accept, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, create } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import type { Derived } from "./engine/seal.ts";

export const accountNoun: Noun<Account> = { kind: "account", schema: accountSchema };

const rowSchema = accountSchema
  .pick({ name: true, status: true, hasSecondFactor: true })
  .extend({ roles: z.array(accountSchema.shape.assignments.element.shape.role), asked: z.int() });
/** An account as lists have it: roles that are granted or asked for, each once, and how many wait for the second hand. */
export type AccountRow = { id: string } & z.infer<typeof rowSchema>;

/** All accounts by police number: one Query on their directory. */
export async function listAccounts(store: Store): Promise<AccountRow[]> {
  const { rows } = await byKind(store, "account", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary }));
}

export function deriveAccount({ id, name, status, hasSecondFactor, assignments }: Account): Derived {
  const held = assignments.filter(({ state }) => state !== "ended");
  const roles = [...new Set(held.map(({ role }) => role))];
  const asked = held.filter(({ state }) => state === "asked").length;
  return {
    summary: { name, status, hasSecondFactor, roles, asked },
    index: { directory: { name: "account", sort: id } },
  };
}

export type AccountOnce = { use: KeyUse; answer: (account: Account) => Answer } | undefined;

/** Opens an account for a police number that has none (`account-known`). One TransactWriteItems. */
export async function openAccount(
  acting: Acting,
  input: AccountInput,
  once?: AccountOnce,
): Promise<Changed<Account>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const change = { name: input.name };
  const after = newAccount(input);
  const decided = { after, event: { type: "account.opened", change } as const, derive: deriveAccount };
  const request = { noun: accountNoun, id: input.number, once, decide: () => accept(decided) };
  const created = await create(acting.store, request, stamp);
  if (created.outcome !== "exists") return created;
  return { ...refuse("account-known", "number"), outcome: "refused", retries: created.retries };
}
