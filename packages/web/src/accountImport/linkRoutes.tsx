import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allow } from "../access.ts";
import { issueAccountCode } from "../account/issueLink.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { ChooseSheetPage, type SheetOf, SheetPage } from "./linkSheet.tsx";
import {
  issueAll,
  issueLinks,
  type LinkTo,
  type Listed,
  linksAsJson,
  type RefusedOne,
  withoutWayIn,
} from "./links.ts";

const mostLinks = 500;
const accountsSchema = z.object({
  account: z.union([
    serviceNumberInputSchema.transform((only) => [only]),
    z.array(serviceNumberInputSchema).min(1).max(mostLinks),
  ]),
});

/**
 * Links and codes for whoever cannot sign in yet, as sheets to be printed: each of the two hands makes its own. `issuer`: the
 * provider, where there is one.
 */
export function linkRoutes(app: Hono<WebEnv>, linkTo: LinkTo, issuer: string | undefined): void {
  app.get("/accounts/links", allow("keep-accounts", "Active accounts that nobody can sign in to yet"), (c) =>
    showChoice(c, "links", issuer, []),
  );
  mountForm(app, {
    path: "/accounts/links",
    permission: "keep-accounts",
    summary: "Make one-time links for several accounts",
    reader: bodyOf(accountsSchema),
    work: async (c, { input }) => {
      const made = await issueLinks(actingOf(c), input.account, (token) => linkTo(c, token));
      return answerSheet(c, "links", { ...made, json: { links: linksAsJson(made.listed) } });
    },
    show: (c, { refusals }) => showChoice(c, "links", issuer, refusals),
  });
  app.get("/accounts/codes", allow("issue-code", "The same, for the codes beside their links"), (c) =>
    showChoice(c, "codes", issuer, []),
  );
  mountForm(app, {
    path: "/accounts/codes",
    permission: "issue-code",
    summary: "Make the codes beside one-time links for several accounts",
    reader: bodyOf(accountsSchema),
    work: async (c, { input }) => {
      const made = await issueAll(actingOf(c), input.account, issueAccountCode);
      const codes = made.listed.map(({ secret: code, ...each }) => ({ ...each, code }));
      return answerSheet(c, "codes", { ...made, json: { codes } });
    },
    show: (c, { refusals }) => showChoice(c, "codes", issuer, refusals),
  });
}

type Made = { listed: readonly Listed[]; refused: readonly RefusedOne[]; json: object };

function answerSheet(c: Context<WebEnv>, of: SheetOf, { listed, refused, json }: Made) {
  if (!wantsHtml(c)) return c.json({ ...json, refused }, 201);
  return c.html(<SheetPage chrome={chromeOf(c)} of={of} listed={listed} refused={refused} />, 201);
}

async function showChoice(
  c: Context<WebEnv>,
  of: SheetOf,
  issuer: string | undefined,
  refusals: readonly Refusal[],
) {
  const accounts = await withoutWayIn(c.var.deps.store, issuer);
  if (!wantsHtml(c)) return c.json({ items: accounts });
  const errors = fieldMessages(c.var.text, refusals);
  const page = <ChooseSheetPage chrome={chromeOf(c)} of={of} accounts={accounts} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
