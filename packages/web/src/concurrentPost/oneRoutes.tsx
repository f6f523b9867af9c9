import type { ConcurrentPost } from "@dunmiao/domain/concurrentPost";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import { loadWithEvents } from "@dunmiao/store/engine/record";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import type { Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { eventsQuerySchema } from "../eventsQuery.ts";
import { opens } from "../opened.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { eventPages } from "../sheet/eventPages.ts";
import { EventsPage } from "../ui/eventsPage.tsx";
import { postName } from "../ui/postName.ts";
import { namesOf } from "../unit/tree.ts";
import { wantsHtml } from "../wants.ts";
import { mayWithPost } from "./access.ts";
import { PostPage, type RefusedPost } from "./page.tsx";
import { PostTrail } from "./trail.tsx";
import { postView } from "./view.ts";

/** Of these the page shows the newest; the page of the trail has all. */
const shownEvents = 20;

/** One concurrent post, and its trail. */
export function oneRoutes(app: Hono<WebEnv>) {
  app.get("/posts/:id", allow("read-posts", "A concurrent post with what was done"), (c) =>
    showPost(c, undefined),
  );
  const reading = allow("read-posts", "The trail of a concurrent post, oldest first", {
    query: eventsQuerySchema,
  });
  app.get("/posts/:id/events", reading, async (c) => {
    const found = await load(c);
    if (!found) return answerProblem(c, "not-found");
    const { id } = found.record;
    const trail = await eventPages(c, { kind: "post", id });
    if (!trail.ok) return answerRefused(c, trail.refusals);
    const { events, next } = trail.value;
    if (!wantsHtml(c)) return c.json({ items: events, ...(next && { cursor: next }) });
    const caption = postName(c.var.text, found.record);
    const props = { chrome: chromeOf(c), caption, back: { href: `/posts/${id}`, label: caption }, next };
    return c.html(
      <EventsPage section="posts" {...props}>
        <PostTrail text={c.var.text} events={events} isWhole />
      </EventsPage>,
    );
  });
}

async function load(c: Context<WebEnv>) {
  const { store } = c.var.deps;
  const found = await loadWithEvents(store, concurrentPostNoun, c.req.param("id") ?? "", shownEvents);
  return found && mayWithPost(actorOf(c), "read-posts", found.record) ? found : undefined;
}

/** The page of a post, with the form that was refused as it was sent. */
export async function showPost(c: Context<WebEnv>, refused: RefusedPost | undefined) {
  const found = await load(c);
  if (!found) return answerProblem(c, "not-found");
  const { record: post, events } = found;
  opens(c, { kind: "post", id: post.id }, [post.officer], { officer: post.officer, unit: post.unit });
  if (!wantsHtml(c)) return c.json(postView(post, c.var.today));
  const actor = actorOf(c);
  const may = {
    keep: mayWithPost(actor, "keep-posts", post),
    add: mayWithPost(actor, "add-post-activity", post),
  };
  const props = { chrome: chromeOf(c), post, events, may, refused, movedTo: await movedTo(c, post) };
  return c.html(<PostPage {...props} />, refused ? statusOf(refused.refusals) : 200);
}

/** The name of the officer's unit now, where the post is open and it is another one: one GetItem. */
async function movedTo(c: Context<WebEnv>, { officer, unit, ended }: ConcurrentPost) {
  if (ended) return undefined;
  const { deps, text } = c.var;
  const present = await presentOfficer(deps.store, officer.serviceNumber);
  if (!present || present.homeUnit === unit.code) return undefined;
  return namesOf(await deps.units.current(), text)(present.homeUnit);
}
