import { listPosts, type PostRow } from "@dunmiao/store/concurrentPost";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { mayWithPost } from "./access.ts";
import { movedOf } from "./moved.ts";
import { type PostsQuery, postsAsked, postsQuery } from "./query.ts";

/** What the address asks for, and the posts of it that the actor sees: one Query. */
export async function postsSeen(c: Context<WebEnv>): Promise<{ query: PostsQuery; found: PostRow[] }> {
  const actor = actorOf(c);
  const { store } = c.var.deps;
  const query = postsQuery.parse(c.req.query());
  const seen = (await listPosts(store)).filter((row) => mayWithPost(actor, "read-posts", row));
  const rows = query.moved ? await movedOf(store, seen, c.var.today) : seen;
  return { query, found: postsAsked(rows, query, c.var.today) };
}
