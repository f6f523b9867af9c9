import { mayTry } from "@dunmiao/domain/permissions";
import type { Hono } from "hono";
import { requireActs } from "./access.ts";
import { accountRoutes } from "./account/routes.tsx";
import { accountImportRoutes } from "./accountImport/routes.tsx";
import { delegationRoutes } from "./delegation/routes.tsx";
import type { WebEnv } from "./deps.ts";
import type { Doors } from "./signIn/doors.ts";
import { linkTo } from "./signIn/invitationRoutes.tsx";
import { signInRoutes } from "./signIn/routes.tsx";
import { wantsHtml } from "./wants.ts";

/** Puts into the app that people sign in with accounts of this installation, and the pages that keep these. */
export function mountAccounts(app: Hono<WebEnv>, doors: Doors): void {
  // Who keeps accounts or gives roles has no to-dos: the start page is theirs.
  app.use("/", (c, next) => {
    const { actor } = c.var;
    const isHand = actor && !mayTry(actor, "read-todos") && mayTry(actor, "read-accounts");
    return isHand && wantsHtml(c) ? Promise.resolve(c.redirect("/accounts", 303)) : next();
  });
  app.route("/", signInRoutes(doors));
  const ways = { linkTo, issuer: doors.provider?.issuer };
  // Before accounts by their number: `import` and `links` are none.
  app.route("/", accountImportRoutes(ways));
  app.route("/", accountRoutes(ways));
  app.route("/", delegationRoutes());
  requireActs(app);
}
