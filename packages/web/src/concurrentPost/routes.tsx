import { mayTry } from "@dunmiao/domain/permissions";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { pageAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused, statusOf } from "../problem.tsx";
import type { Refused } from "../ui/oneOfForms.ts";
import { wantsHtml } from "../wants.ts";
import { acts } from "./acts.ts";
import { coverageRoute } from "./coverageRoute.tsx";
import { PostFormPage } from "./formPage.tsx";
import { importRoutes } from "./importRoutes.tsx";
import { PostsPage } from "./listPage.tsx";
import { oneRoutes, showPost } from "./oneRoutes.tsx";
import { postsQuery } from "./query.ts";
import { postsSeen } from "./seen.ts";

/** Concurrent posts: list, coverage, form, page of one, and what is done with it. */
export function concurrentPostRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/posts", allow("read-posts", "Concurrent posts, the latest first", { query: postsQuery }), list);
  app.get("/posts/new", allow("keep-posts", "Form of a new concurrent post"), (c) => {
    const place = c.req.query("place");
    return showForm(c, { values: place === undefined ? {} : { place }, refusals: [] });
  });
  coverageRoute(app);
  importRoutes(app);
  mountAct(app, { ...acts.begin, show: showForm });
  mountAct(app, { ...acts.activity, show: (c, refused) => showPost(c, { ...refused, form: "activity" }) });
  mountAct(app, { ...acts.end, show: (c, refused) => showPost(c, { ...refused, form: "end" }) });
  oneRoutes(app);
  return app;
}

async function list(c: Context<WebEnv>) {
  const actor = actorOf(c);
  const { query, found } = await postsSeen(c);
  const page = await pageAsked(c, found, query);
  if (!page.ok) return answerRefused(c, page.refusals);
  const { items, next, previous } = page.value;
  const total = found.length;
  if (!wantsHtml(c)) return c.json({ items, total, ...(next && { cursor: next }) });
  const may = {
    mayKeep: mayTry(actor, "keep-posts"),
    mayImport: mayTry(actor, "import-people"),
    seesCoverage: mayTry(actor, "read-coverage"),
  };
  return c.html(
    <PostsPage
      chrome={chromeOf(c)}
      posts={items}
      total={total}
      previous={previous}
      next={next}
      query={query}
      {...may}
    />,
  );
}

function showForm(c: Context<WebEnv>, refused: Refused) {
  const status = refused.refusals.length > 0 ? statusOf(refused.refusals) : 200;
  return c.html(<PostFormPage chrome={chromeOf(c)} {...refused} />, status);
}
