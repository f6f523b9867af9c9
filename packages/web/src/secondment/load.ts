import { isInScope } from "@dunmiao/domain/access";
import { loadSecondment } from "@dunmiao/store/secondment";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";

/** A secondment with scheme, calendar and newest events if it lies in the actor's scope; else undefined, as if it did not exist. */
export async function secondmentInScope(c: Context<WebEnv>, lastEvents = 25) {
  const { store, calendar } = c.var.deps;
  const [found, inForce] = await Promise.all([
    loadSecondment(store, c.req.param("id") ?? "", lastEvents),
    calendar.current(),
  ]);
  if (!found || !isInScope(actorOf(c), found.record)) return undefined;
  return { ...found, calendar: inForce };
}
