import { mayTry } from "@dunmiao/domain/permissions";
import { accept } from "@dunmiao/domain/refusal";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import type { ProposalsAsked } from "./form.ts";
import { peopleAsked } from "./people.ts";

// A thread of its own begins with the file that it is given: what only matches is a file apart.
const apart = () => import("./matchApart.ts");

/** The answer to a question, with the people in it and what pairs would have; who has a pair already is told beside. */
export async function proposalsFor(c: Context<WebEnv>, asked: ProposalsAsked) {
  const { deps, today } = c.var;
  const asking = { store: deps.store, units: await deps.units.current(), actor: actorOf(c), today };
  const known = await peopleAsked(asked, asking);
  if (!known.ok) return known;
  const { question, officers, scheme, paired } = known.value;
  const { matchApart } = await apart();
  const matched = await matchApart(question);
  if (!matched.ok) return matched;
  const { proposals, unmatched } = matched.value;
  return accept({
    matching: { proposals, unmatched: [...unmatched, ...paired] },
    officers,
    units: asking.units,
    from: question.from,
    scheme: scheme.id,
    focuses: scheme.focuses,
    mayPlan: mayTry(asking.actor, "plan-pair"),
  });
}
