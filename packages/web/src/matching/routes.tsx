import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import { lineMessages } from "../ui/lineMessages.ts";
import { wantsHtml } from "../wants.ts";
import { proposalsBody, proposalsForm } from "./form.ts";
import { ProposalsFormPage } from "./formPage.tsx";
import { peopleAsked } from "./people.ts";
import { ProposalsPage } from "./resultPage.tsx";

// A thread of its own begins with the file that it is given: what only matches is a file apart.
const apart = () => import("./matchApart.ts");
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
    const { deps, today, text } = c.var;
    const asking = { store: deps.store, units: await deps.units.current(), actor: actorOf(c), today };
    const asked = await peopleAsked(input.value.value, asking);
    if (!asked.ok) return show(asked.refusals);
    const { matchApart } = await apart();
    const matching = await matchApart(asked.value.question);
    if (!matching.ok) return show(matching.refusals);
    const { proposals, unmatched } = matching.value;
    if (wantsHtml(c)) {
      const props = {
        chrome: chromeOf(c),
        matching: matching.value,
        officers: asked.value.officers,
        units: asking.units,
        from: asked.value.question.from,
        mayPlan: mayTry(asking.actor, "plan-pair"),
      };
      return c.html(<ProposalsPage {...props} raw={raw} />);
    }
    const why = text.matchingPage.unmatchedBecause;
    return c.json({
      proposals,
      unmatched: unmatched.map((each) => ({ ...each, message: why[each.code] })),
    });
  });
  return app;
}

function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const errors = lineMessages(c.var.text, refusals, c.var.text.matchingPage.columns);
  const props = { chrome: chromeOf(c), values, errors };
  return c.html(<ProposalsFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
