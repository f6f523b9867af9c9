import type { Acting } from "@dunmiao/store/engine/acting";
import type { Context } from "hono";
import { actorOf } from "./access.ts";
import type { WebEnv } from "./deps.ts";

/** Who acts through this request, when, on what store. */
export function actingOf(c: Context<WebEnv>): Acting {
  const { store, calendar, clock } = c.var.deps;
  return { store, calendar, actor: actorOf(c), today: c.var.today, now: clock.now() };
}
