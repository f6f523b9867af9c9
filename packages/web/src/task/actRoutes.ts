import { signature } from "@dunmiao/domain/actor";
import { clearFlag } from "@dunmiao/store/flag";
import { kinds } from "@dunmiao/store/kinds";
import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { answerProblem, answerRefused } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { runBatch } from "./batch.ts";
import { batchForm } from "./batchForm.ts";

/** What is done from the to-do list itself: many lines at once, and flags. */
export function taskActRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post("/tasks/batch", allow("hr", "station", "branch"), async (c) => {
    const input = await readBody(c, batchForm);
    if (!input.ok) return answerRefused(c, input.refusals);
    const { value: batch, use } = input.value;
    if (batch.act === "acknowledge" && actorOf(c).role !== "hr") return answerProblem(c, 403, "forbidden");
    const results = await runBatch(actingOf(c), batch, use);
    const refused = results.filter((each) => each.refusals.length > 0);
    const figures = { done: results.length - refused.length, refused: refused.length };
    if (wantsHtml(c)) return c.redirect(`/?done=${figures.done}&refused=${figures.refused}`, 303);
    return c.json({ ...figures, items: results });
  });
  app.post("/flags/:kind/:id/handled", allow("hr"), async (c) => {
    const kind = kinds.find((each) => each === c.req.param("kind"));
    if (!kind) return answerProblem(c, 404, "not-found");
    const { actor, now } = actingOf(c);
    const of = { kind, id: c.req.param("id") };
    const isHandled = await clearFlag(c.var.deps.store, of, { by: signature(actor), at: now });
    if (!isHandled) return answerProblem(c, 404, "not-found");
    return wantsHtml(c) ? c.redirect("/", 303) : c.json({ status: "handled" });
  });
  return app;
}
