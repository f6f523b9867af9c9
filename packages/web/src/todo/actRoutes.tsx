import { signature } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { clearFlag } from "@dunmiao/store/engine/flag";
import { flagKinds } from "@dunmiao/store/engine/kinds";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { type BatchResult, permissionOf, runBatch } from "./batch.ts";
import { type Batch, batchForm, mostItems, triedOf } from "./batchForm.ts";
import { BatchPage } from "./batchPage.tsx";
import { nextTodo } from "./list.ts";
import { showTodos } from "./show.tsx";
import type { TodoLine } from "./todoLine.ts";

const batching = allow(
  "act-on-todos",
  "Several requests approved, warnings seen, report-ins or months confirmed: each with what became of it",
  { body: batchForm },
);

/** What is done from the to-do list itself: many lines at once, and flags. */
export function todoActRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  // Where a browser ends up that loads the address of an answer again.
  app.get("/tasks/batch", allow("act-on-todos", "Leads back to the to-do list"), (c) => c.redirect("/", 303));
  app.post("/tasks/batch", batching, async (c) => {
    const input = await readBody(c, batchForm);
    if (!input.ok) {
      const refusals = input.refusals.map(aboutTicks);
      return wantsHtml(c) ? showTodos(c, triedOf(input.raw, refusals)) : answerRefused(c, refusals);
    }
    const { value: batch, use } = input.value;
    if (!mayTry(actorOf(c), permissionOf[batch.act])) return answerProblem(c, "forbidden");
    return answerBatch(c, batch, await runBatch(actingOf(c), batch, use));
  });
  app.post("/flags/:kind/:id/handled", allow("handle-flag", "Take failed work off the list"), async (c) => {
    const kind = flagKinds.find((each) => each === c.req.param("kind"));
    if (!kind) return answerProblem(c, "not-found");
    const { actor, now } = actingOf(c);
    const of = { kind, id: c.req.param("id") };
    const isHandled = await clearFlag(c.var.deps.store, of, { by: signature(actor), at: now });
    if (!isHandled) return answerProblem(c, "not-found");
    return wantsHtml(c) ? c.redirect("/", 303) : c.json({ status: "handled" });
  });
  return app;
}

/** Nothing ticked, or more than one batch takes: said as what the person did, not as a field that they never saw. */
function aboutTicks(refusal: Refusal): Refusal {
  const { code, field } = refusal;
  if (field === "item" && code === "required") return { ...refusal, code: "nothing-ticked" };
  if (field === "item" && code === "too-large")
    return { ...refusal, code: "too-many-ticked", params: { most: mostItems } };
  return refusal;
}

/**
 * Every line of a batch with what became of it. A browser gets the page at once, without a redirect: it names people and
 * reasons, which belong in no address; sent again with the key of its form, what is done is not done again.
 */
async function answerBatch(c: Context<WebEnv>, batch: Batch, results: readonly BatchResult[]) {
  const { deps, today, text } = c.var;
  const refused = results.filter(({ refusals }) => refusals.length > 0).length;
  if (!wantsHtml(c)) {
    const items = results.map((each) => ({ ...each, refusals: fieldMessages(text, each.refusals) }));
    return c.json({ done: results.length - refused, refused, items });
  }
  // A report-in is about nobody but the person; what follows the colon is the figure that was confirmed.
  const seen = new Set(results.map(({ id, about }) => `${id}:${batch.act === "report-in" ? "" : about}`));
  const isSeen = ({ person, about }: TodoLine) => seen.has(`${person.id}:${about}`);
  const next = await nextTodo(deps, { actor: actorOf(c), today }, isSeen);
  return c.html(<BatchPage chrome={chromeOf(c)} batch={batch} results={results} next={next} />);
}
