import type { Account } from "@dunmiao/domain/account";
import { subjectInputSchema } from "@dunmiao/domain/account";
import { bindIdentity, confirmIdentity, unbindIdentity } from "@dunmiao/domain/account/identity";
import { accept, refuse } from "@dunmiao/domain/refusal";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { identityWrite, loadIdentity } from "@dunmiao/store/identity";
import { endSessions } from "@dunmiao/store/signedIn";
import type { Context } from "hono";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import type { Act } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { told } from "./acts.ts";

type Subject = z.output<typeof subjectInputSchema>;

/** Whose tokens let a program in, and at which provider (`issuer`) people sign in; undefined where there is none. */
export function issuerFor(
  c: Context<WebEnv>,
  { kind }: Pick<Account, "kind">,
  issuer: string | undefined,
): string | undefined {
  return kind === "machine" ? c.var.deps.machines?.issuer : issuer;
}

/**
 * What is done with the identities by which somebody of the provider at `ofPeople` signs in to an account, or a program
 * asks.
 */
export function identityActs(ofPeople: string | undefined) {
  const bind: Act<Subject, Account> = {
    path: "/accounts/:id/identities",
    permission: "keep-accounts",
    summary:
      "Bind who somebody is at the organisation's provider to an account; waits for the security officer",
    form: subjectInputSchema,
    told: () => told(201),
    change: (c, { subject }, once) => {
      const acting = actingOf(c);
      const id = uuidv7();
      return changeAccount(acting, { id: c.req.param("id") ?? "", once }, async (account) => {
        const issuer = issuerFor(c, account, ofPeople);
        if (issuer === undefined) return refuse("provider-not-known");
        const claim = await loadIdentity(acting.store, { issuer, subject });
        if (claim?.account !== undefined) return refuse("identity-bound-already", "subject");
        const bound = bindIdentity(account, { id, issuer, subject }, acting);
        if (!bound.ok) return bound;
        return accept({ ...bound.value, beside: [identityWrite({ issuer, subject }, claim, account.id)] });
      });
    },
  };
  const confirm: Act<object, Account> = {
    path: "/accounts/:id/identities/:identity/confirm",
    permission: "confirm-identity",
    summary: "Confirm whose an identity is that the administrator bound",
    form: z.object({}),
    told: () => told(200),
    change: (c, _, once) => {
      const acting = actingOf(c);
      return changeAccount(acting, { id: c.req.param("id") ?? "", once }, (account) =>
        confirmIdentity(account, c.req.param("identity") ?? "", acting),
      );
    },
  };
  const unbind: Act<object, Account> = {
    path: "/accounts/:id/identities/:identity/unbind",
    permission: "keep-accounts",
    summary: "Unbind an identity from an account; every session of the account ends",
    form: z.object({}),
    told: () => told(200),
    change: async (c, _, once) => {
      const acting = actingOf(c);
      const changed = await changeAccount(acting, { id: c.req.param("id") ?? "", once }, async (account) => {
        const id = c.req.param("identity") ?? "";
        const unbound = unbindIdentity(account, id, acting);
        const found = account.identities?.find((each) => each.id === id);
        if (!unbound.ok || !found) return unbound;
        const claim = await loadIdentity(acting.store, found);
        return accept({ ...unbound.value, beside: [identityWrite(found, claim, undefined)] });
      });
      if (changed.outcome === "committed") await endSessions(acting.store, changed.record.id);
      return changed;
    },
  };
  return { bind, confirm, unbind };
}
