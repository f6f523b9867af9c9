import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allow } from "../access.ts";
import { issueAccountCode } from "../account/issueLink.ts";
import { actingOf } from "../acting.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
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
  app.post(
    "/accounts/links",
    allow("keep-accounts", "Make one-time links for several accounts", { body: accountsSchema }),
    (c) =>
      makeSheet(c, "links", issuer, async (acting, numbers) => {
        const made = await issueLinks(acting, numbers, (token) => linkTo(c, token));
        return { ...made, json: { links: linksAsJson(made.listed) } };
      }),
  );
  app.get("/accounts/codes", allow("issue-code", "The same, for the codes beside their links"), (c) =>
    showChoice(c, "codes", issuer, []),
  );
  app.post(
    "/accounts/codes",
    allow("issue-code", "Make the codes beside one-time links for several accounts", {
      body: accountsSchema,
    }),
    (c) =>
      makeSheet(c, "codes", issuer, async (acting, numbers) => {
        const made = await issueAll(acting, numbers, issueAccountCode);
        const codes = made.listed.map(({ secret: code, ...each }) => ({ ...each, code }));
        return { ...made, json: { codes } };
      }),
  );
}

type Made = { listed: readonly Listed[]; refused: readonly RefusedOne[]; json: object };

async function makeSheet(
  c: Context<WebEnv>,
  of: SheetOf,
  issuer: string | undefined,
  make: (acting: Acting, numbers: readonly string[]) => Promise<Made>,
) {
  const sent = await readBody(c, accountsSchema);
  if (!sent.ok)
    return wantsHtml(c) ? showChoice(c, of, issuer, sent.refusals) : answerRefused(c, sent.refusals);
  const { listed, refused, json } = await make(actingOf(c), sent.value.value.account);
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
