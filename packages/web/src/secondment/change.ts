import type { Change, Ground } from "@dunmiao/domain/change";
import { may } from "@dunmiao/domain/permissions";
import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import type { Context } from "hono";
import { actOf } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { Once } from "../answer.ts";
import type { WebEnv } from "../deps.ts";

/** Runs one rule on the secondment of the URL; outside the actor's scope it does not exist. */
export function changeInScope(
  c: Context<WebEnv>,
  rule: (ground: Ground) => Outcome<Change | undefined>,
  once: Once<Secondment> | undefined,
) {
  const act = actOf(c);
  return changeSecondment(actingOf(c), {
    id: c.req.param("id") ?? "",
    rule: (ground) => (may(ground.actor, act, ground.secondment) ? rule(ground) : refuse("not-found")),
    once,
  });
}
