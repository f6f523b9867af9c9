import type { Refusal } from "@dunmiao/domain/refusal";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import { type Context, Hono } from "hono";
import { allow } from "../access.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { lineMessages } from "../ui/lineMessages.ts";
import { wantsHtml } from "../wants.ts";
import { acceptRoutes } from "./acceptRoutes.tsx";
import { proposalsBody, proposalsForm } from "./form.ts";
import { ProposalsFormPage } from "./formPage.tsx";
import { proposalsFor } from "./proposalsFor.ts";
import { ProposalsPage } from "./resultPage.tsx";

const path = "/pairs/proposals";
const proposing = allow(
  "propose-pairs",
  "Who could be paired with whom: the most pairs at the least cost, each with what speaks against it; writes nothing",
  { body: proposalsBody },
);

/** Proposals for mentor pairs: lists in, one best assignment out; writes nothing. */
export function matchingRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(path, allow("propose-pairs", "Form that asks who could be paired with whom"), (c) =>
    showForm(c, {}, []),
  );
  app.post(path, proposing, async (c) => {
    const input = await readBody(c, proposalsForm);
    const raw = input.ok ? input.value.raw : input.raw;
    const show = (refusals: readonly Refusal[]) =>
      wantsHtml(c) ? showForm(c, raw, refusals) : answerRefused(c, refusals);
    if (!input.ok) return show(input.refusals);
    const found = await proposalsFor(c, input.value.value);
    if (!found.ok) return show(found.refusals);
    if (wantsHtml(c)) return c.html(<ProposalsPage chrome={chromeOf(c)} {...found.value} raw={raw} />);
    const { proposals, unmatched } = found.value.matching;
    const why = c.var.text.matchingPage.unmatchedBecause;
    return c.json({
      proposals,
      unmatched: unmatched.map((each) => ({ ...each, message: why[each.code] })),
    });
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
