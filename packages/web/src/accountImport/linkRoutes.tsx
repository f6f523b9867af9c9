import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { ChooseLinksPage, LinkSheetPage } from "./linkSheet.tsx";
import { issueLinks, type LinkTo, withoutWayIn } from "./links.ts";

const mostLinks = 500;
const linksSchema = z.object({
  account: z.union([
    serviceNumberInputSchema.transform((only) => [only]),
    z.array(serviceNumberInputSchema).min(1).max(mostLinks),
  ]),
});

/** Links for whoever cannot sign in yet, as a sheet to be printed. `issuer`: the provider, where there is one. */
export function linkRoutes(app: Hono<WebEnv>, linkTo: LinkTo, issuer: string | undefined): void {
  app.get("/accounts/links", allow("keep-accounts", "Active accounts that nobody can sign in to yet"), (c) =>
    showChoice(c, issuer, []),
  );
  app.post(
    "/accounts/links",
    allow("keep-accounts", "Make one-time links for several accounts", { body: linksSchema }),
    async (c) => {
      const sent = await readBody(c, linksSchema);
      if (!sent.ok)
        return wantsHtml(c) ? showChoice(c, issuer, sent.refusals) : answerRefused(c, sent.refusals);
      const { account } = sent.value.value;
      const made = await issueLinks(actingOf(c), account, (token) => linkTo(c, token));
      if (!wantsHtml(c)) return c.json(made, 201);
      return c.html(<LinkSheetPage chrome={chromeOf(c)} {...made} />, 201);
    },
  );
}

async function showChoice(c: Context<WebEnv>, issuer: string | undefined, refusals: readonly Refusal[]) {
  const accounts = await withoutWayIn(c.var.deps.store, issuer);
  if (!wantsHtml(c)) return c.json({ items: accounts });
  const errors = fieldMessages(c.var.text, refusals);
  const page = <ChooseLinksPage chrome={chromeOf(c)} accounts={accounts} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
