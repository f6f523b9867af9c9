import {
  type Account,
  type AssignmentInput,
  accountInputSchema,
  assignmentInputSchema,
} from "@dunmiao/domain/account";
import {
  type AccountChange,
  type AccountGround,
  confirmRole,
  endRole,
  grantRole,
  isHand,
} from "@dunmiao/domain/account/roles";
import { removeSecondFactor, resumeAccount, suspendAccount } from "@dunmiao/domain/account/status";
import { plainText } from "@dunmiao/domain/plainText";
import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import { openAccount } from "@dunmiao/store/account";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { rolesElsewhere } from "@dunmiao/store/otherAccounts";
import { endSessions } from "@dunmiao/store/signedIn";
import type { Context } from "hono";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { actorOf } from "../access.ts";
import type { Act } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Once, Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";

type AccountAct<Input> = Act<Input, Account>;
const nothing = z.object({});
const reasonSchema = z.object({ reason: z.string().overwrite(plainText).min(1).max(200) });

/** An account as programs get it: nothing by which anybody proves who they are. */
export function accountView({ head: _, ...account }: Account) {
  return account;
}

/** What a program gets of the account, and where a browser goes. */
export function told(status: 200 | 201): Told<Account> {
  return { status, location: ({ id }) => `/accounts/${id}`, body: accountView };
}

/** `issuer`: the organisation's provider; where there is none nothing stops with it, and no account is for that. */
export function opening(issuer: string | undefined): AccountAct<z.output<typeof accountInputSchema>> {
  return {
    path: "/accounts",
    permission: "keep-accounts",
    summary: "Open an account for a police number, or for a machine, or one of the two for emergencies",
    form: accountInputSchema,
    told: () => told(201),
    change: async (c, input, once) => {
      if (input.kind === "emergency" && issuer === undefined) return refuse("provider-not-known", "kind");
      if (input.kind === "machine" && !c.var.deps.machines) return refuse("machines-not-known", "kind");
      return openAccount(actingOf(c), input, once);
    },
  };
}

const suspend: AccountAct<z.output<typeof reasonSchema>> = {
  path: "/accounts/:id/suspend",
  permission: "keep-accounts",
  summary: "Suspend an account; every session of it ends",
  form: reasonSchema,
  told: () => told(200),
  change: async (c, input, once) => {
    const changed = await onAccount(c, once, (account, ground) => suspendAccount(account, input, ground));
    if (changed.outcome === "committed") await endSessions(c.var.deps.store, changed.record.id);
    return changed;
  },
};

const resume: AccountAct<object> = {
  path: "/accounts/:id/resume",
  permission: "keep-accounts",
  summary: "Lift the suspension of an account",
  form: nothing,
  told: () => told(200),
  change: (c, _, once) => onAccount(c, once, resumeAccount),
};

const grant: AccountAct<AssignmentInput> = {
  path: "/accounts/:id/roles",
  permission: "grant-role",
  summary: "Give a role; personnel office and approver wait for the administrator",
  form: assignmentInputSchema,
  told: () => told(201),
  change: async (c, input, once) => {
    const units = await c.var.deps.units.refresh();
    const of = { id: uuidv7(), unit: input.unit === undefined ? undefined : units.get(input.unit) };
    const elsewhere = isHand(input) ? await rolesElsewhere(c.var.deps.store, c.req.param("id") ?? "") : [];
    return onAccount(c, once, (account, ground) =>
      grantRole(account, input, { ...ground, ...of, elsewhere }),
    );
  },
};

const confirm: AccountAct<object> = {
  path: "/accounts/:id/roles/:role/confirm",
  permission: "confirm-role",
  summary: "Confirm a role that the security officer has asked for",
  form: nothing,
  told: () => told(200),
  change: (c, _, once) =>
    onAccount(c, once, async (account, ground) => {
      const found = account.assignments.find(({ id }) => id === roleOf(c));
      const elsewhere = found && isHand(found) ? await rolesElsewhere(c.var.deps.store, account.id) : [];
      return confirmRole(account, roleOf(c), { ...ground, elsewhere });
    }),
};

const end: AccountAct<object> = {
  path: "/accounts/:id/roles/:role/end",
  permission: "grant-role",
  summary: "End a role, or drop one that was asked for",
  form: nothing,
  told: () => told(200),
  change: (c, _, once) => onAccount(c, once, (account, ground) => endRole(account, roleOf(c), ground)),
};

const unfactor: AccountAct<object> = {
  path: "/accounts/:id/remove-second-factor",
  permission: "remove-second-factor",
  summary: "Remove one-time codes that were lost; every session of the account ends",
  form: nothing,
  told: () => told(200),
  change: async (c, _, once) => {
    const changed = await onAccount(c, once, removeSecondFactor);
    if (changed.outcome === "committed") await endSessions(c.var.deps.store, changed.record.id);
    return changed;
  },
};

/** What is done with accounts. */
export const acts = { suspend, resume, grant, confirm, end, unfactor };

function roleOf(c: Context<WebEnv>): string {
  return c.req.param("role") ?? "";
}

type Decision = Outcome<AccountChange>;
type Rule = (account: Account, ground: AccountGround) => Decision | Promise<Decision>;

/** Runs a rule on the account of the address. */
function onAccount(c: Context<WebEnv>, once: Once<Account> | undefined, rule: Rule) {
  const ground = { actor: actorOf(c), today: c.var.today };
  return changeAccount(actingOf(c), { id: c.req.param("id") ?? "", once }, (account) =>
    rule(account, ground),
  );
}
