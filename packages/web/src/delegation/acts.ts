import type { Account } from "@dunmiao/domain/account";
import { type DelegationInput, delegationInputSchema } from "@dunmiao/domain/delegation";
import { delegate, endDelegation } from "@dunmiao/store/delegation";
import type { Context } from "hono";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { actorOf } from "../access.ts";
import type { Act } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { delegationView } from "./view.ts";

type Where = Pick<Act<unknown, Account>, "path" | "permission"> & {
  /** The account that it is about. */
  holder: (c: Context<WebEnv>) => string;
  location: Told<Account>["location"];
};

/** Entering and ending, by the holder on their own page, or by the personnel office. */
function delegating({ path, permission, holder, location }: Where) {
  const told =
    (status: 200 | 201) =>
    (c: Context<WebEnv>): Told<Account> => ({
      status,
      location,
      body: (account) => delegationView(account, c.var.today),
    });
  const give: Act<DelegationInput, Account> = {
    path,
    permission,
    summary: "Have somebody act for the holder of a role, within days",
    form: delegationInputSchema,
    told: told(201),
    change: (c, input, once) =>
      delegate(actingOf(c), { holder: holder(c), delegation: uuidv7(), once }, input),
  };
  const end: Act<object, Account> = {
    path: `${path}/:delegation/end`,
    permission,
    summary: "Take a delegation back: the delegate no longer acts for the holder",
    form: z.object({}),
    told: told(200),
    change: (c, _, once) =>
      endDelegation(actingOf(c), { holder: holder(c), delegation: c.req.param("delegation") ?? "", once }),
  };
  return { give, end };
}

export const ownDelegations = delegating({
  path: "/account/delegations",
  permission: "delegate-role",
  holder: (c) => actorOf(c).id,
  location: () => "/account",
});

export const keptDelegations = delegating({
  path: "/delegations/:id",
  permission: "keep-delegations",
  holder: (c) => c.req.param("id") ?? "",
  location: ({ id }) => `/delegations/${encodeURIComponent(id)}`,
});
