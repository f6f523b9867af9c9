import { signature } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { refuse } from "@dunmiao/domain/refusal";
import { clearFlag } from "@dunmiao/store/engine/flag";
import { flagKinds } from "@dunmiao/store/engine/kinds";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { leadOn, mountForm, noBody } from "../formRoute.ts";
import { mountMany } from "../manyAct.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem } from "../problem.tsx";
import { type BatchResult, permissionOf, runBatch } from "./batch.ts";
import { type Batch, batchForm, mostItems, triedOf } from "./batchForm.ts";
import { BatchPage } from "./batchPage.tsx";
import { nextTodo } from "./list.ts";
import { showTodos } from "./show.tsx";
import type { TodoLine } from "./todoLine.ts";

/** What is done from the to-do list itself: many lines at once, and flags. */
export function todoActRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  // Where a browser ends up that loads the address of an answer again.
  app.get("/tasks/batch", allow("act-on-todos", "Leads back to the to-do list"), (c) => c.redirect("/", 303));
  mountMany(app, {
    path: "/tasks/batch",
    permission: "act-on-todos",
    summary:
      "Several requests approved, warnings seen, report-ins or months confirmed: each with what became of it",
    form: batchForm,
    ticks: { field: "item", most: mostItems },
    work: async (c, batch, use) =>
      mayTry(actorOf(c), permissionOf[batch.act])
        ? runBatch(actingOf(c), batch, use)
        : answerProblem(c, "forbidden"),
    show: (c, { values, refusals }) => showTodos(c, triedOf(values, refusals)),
    page: showDone,
  });
  mountForm(app, {
    path: "/flags/:kind/:id/handled",
    permission: "handle-flag",
    summary: "Take failed work off the list",
    reader: noBody,
    work: async (c) => {
      const kind = flagKinds.find((each) => each === c.req.param("kind"));
      if (!kind) return refuse("not-found");
      const { actor, now } = actingOf(c);
      const of = { kind, id: c.req.param("id") ?? "" };
      const isHandled = await clearFlag(c.var.deps.store, of, { by: signature(actor), at: now });
      return isHandled ? leadOn(c, "/", { status: "handled" }) : refuse("not-found");
    },
  });
  return app;
}

/** Every line of a batch with what became of it; sent again with the key of its form, what is done is not done again. */
async function showDone(c: Context<WebEnv>, results: readonly BatchResult[], batch: Batch) {
  const { deps, today } = c.var;
  // A report-in is about nobody but the person; what follows the colon is the figure that was confirmed.
  const seen = new Set(results.map(({ id, about }) => `${id}:${batch.act === "report-in" ? "" : about}`));
  const isSeen = ({ person, about }: TodoLine) => seen.has(`${person.id}:${about}`);
  const next = await nextTodo(deps, { actor: actorOf(c), today }, isSeen);
  return c.html(<BatchPage chrome={chromeOf(c)} batch={batch} results={results} next={next} />);
}
