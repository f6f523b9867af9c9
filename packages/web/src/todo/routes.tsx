import { reachOf } from "@dunmiao/domain/permissions";
import { Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { showHome } from "../home/routes.tsx";
import { showTodos } from "./show.tsx";

/** The start page: what is to be done, by whom, by when; for an officer what is their own. */
export function todoRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/", allow("read-todos", "Start page: the to-do list"), (c) =>
    reachOf(actorOf(c).role, "read-todos") === "own" ? showHome(c) : showTodos(c),
  );
  app.get("/tasks", allow("read-todos", "To-do list"), (c) => showTodos(c));
  return app;
}
