import { reachOf } from "@dunmiao/domain/permissions";
import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { showHome } from "../home/routes.tsx";
import { todoQuery } from "./form.ts";
import { showTodos } from "./show.tsx";

/** The start page: what is to be done, by whom, by when; for an officer or a mentor what is their own. */
export function todoRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/", allow("read-todos", "Start page: the to-do list", { query: todoQuery }), (c) =>
    isPerson(reachOf(actorOf(c).role, "read-todos")) ? showHome(c) : showTodos(c),
  );
  app.get("/tasks", allow("read-todos", "To-do list", { query: todoQuery }), (c) => showTodos(c));
  return app;
}

/** Whether somebody reads what is their own: a term of theirs, or a pair that they are of. */
function isPerson(reach: ReturnType<typeof reachOf>): boolean {
  return reach === "own" || reach === "pair";
}
