import type { Refusal } from "@dunmiao/domain/refusal";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { lineMessages } from "../ui/lineMessages.ts";
import { wantsHtml } from "../wants.ts";
import { acceptRoutes } from "./acceptRoutes.tsx";
import { proposalsBody, proposalsForm } from "./form.ts";
import { ProposalsFormPage } from "./formPage.tsx";
import { proposalsFor } from "./proposalsFor.ts";
import { ProposalsPage } from "./resultPage.tsx";

const path = "/pairs/proposals";

/** Proposals for mentor pairs: lists in, one best assignment out; writes nothing. */
export function matchingRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(path, allow("propose-pairs", "Form that asks who could be paired with whom"), (c) =>
    showForm(c, {}, []),
  );
  mountForm(app, {
    path,
    permission: "propose-pairs",
    summary:
      "Who could be paired with whom: the most pairs at the least cost, each with what speaks against it; writes nothing",
    reader: bodyOf(proposalsForm, { body: proposalsBody }),
    work: async (c, { input, values }) => {
      const found = await proposalsFor(c, input);
      if (!found.ok) return found;
      if (wantsHtml(c)) return c.html(<ProposalsPage chrome={chromeOf(c)} {...found.value} raw={values} />);
      const { proposals, unmatched } = found.value.matching;
      const why = c.var.text.matchingPage.unmatchedBecause;
      return c.json({
        proposals,
        unmatched: unmatched.map((each) => ({ ...each, message: why[each.code] })),
      });
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  acceptRoutes(app);
  return app;
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const errors = lineMessages(c.var.text, refusals, c.var.text.matchingPage.columns);
  const schemes = await listPairSchemes(c.var.deps.store);
  const props = { chrome: chromeOf(c), schemes, values, errors };
  return c.html(<ProposalsFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
