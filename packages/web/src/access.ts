import type { Actor } from "@dunmiao/domain/actor";
import { mayTry, type PermittedAct } from "@dunmiao/domain/permissions";
import type { Context, Hono, MiddlewareHandler } from "hono";
import type { WebEnv } from "./deps.ts";
import { ownPath } from "./ownPath.ts";
import { answerProblem } from "./problem.tsx";
import { isFramed, type Reads, statedBy, stating } from "./stated.ts";
import { wantsHtml } from "./wants.ts";

/**
 * States which act of the table of permissions a route is, and what it does and reads; every route does, and without it
 * nothing starts.
 */
export function allow(act: PermittedAct, summary: string, reads: Reads = {}): MiddlewareHandler<WebEnv> {
  const guard: MiddlewareHandler<WebEnv> = async (c, next) => {
    const { actor } = c.var;
    if (!actor) return askToSignIn(c);
    const isForm = c.req.method === "POST" && !c.req.header("Content-Type")?.includes("json");
    if (isForm && actor.assignment !== undefined && c.var.otherRoles) {
      // Before what the role may: whoever changed it in another tab shall hear that, and not that they may not.
      const { answerDrawnForAnother } = await import("./kept/drawnForAnother.tsx");
      const answer = await answerDrawnForAnother(c, actor, act);
      if (answer) return answer;
    }
    if (!mayTry(actor, act)) return answerProblem(c, "forbidden");
    c.set("isPermitted", true);
    c.set("act", act);
    await next();
  };
  return stating(guard, { act, summary, ...reads });
}

/** A route that needs nobody signed in: health and the API's description. */
export function allowEveryone(summary: string, reads: Reads = {}): MiddlewareHandler<WebEnv> {
  const guard: MiddlewareHandler<WebEnv> = async (c, next) => {
    c.set("isPermitted", true);
    await next();
  };
  return stating(guard, { act: "everyone", summary, ...reads });
}

/**
 * Throws for a route that states no act: it would answer whoever asks. Middleware and the built files, which anybody may
 * read, are no routes of the product.
 */
export function requireActs(app: Routed): void {
  const routes = app.routes.filter(({ method, path }) => method !== "ALL" && !path.startsWith("/assets/"));
  const open = namesWithout(routes, (handler) => statedBy(handler) !== undefined);
  if (open.length > 0) throw new Error(`routes without an act: ${open.join(", ")}`);
}

/** Throws for a POST outside the frame of forms (`formRoute.ts`): it would read, refuse and answer in a way of its own. */
export function requireFrames(app: Routed): void {
  const posts = app.routes.filter(({ method }) => method === "POST");
  const outside = namesWithout(posts, isFramed);
  if (outside.length > 0) throw new Error(`routes outside the frame of forms: ${outside.join(", ")}`);
}

type Routed = Pick<Hono<WebEnv>, "routes">;

/** The routes of whose handlers none is as it should be. */
function namesWithout(routes: Routed["routes"], isRight: (handler: object) => boolean): string[] {
  const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  const right = new Set(routes.filter(({ handler }) => isRight(handler)).map(name));
  return routes.map(name).filter((each) => !right.has(each));
}

/** The actor of a request that `allow` let through. */
export function actorOf(c: Context<WebEnv>): Actor {
  const { actor, isPermitted } = c.var;
  if (!actor || !isPermitted) throw new Error("a handler ran before its permission");
  return actor;
}

/** The act of the table of permissions that `allow` let through: by it a route asks whose file it may open. */
export function actOf(c: Context<WebEnv>): PermittedAct {
  const { act } = c.var;
  if (!act) throw new Error("a handler ran before its permission");
  return act;
}

async function askToSignIn(c: Context<WebEnv>) {
  if (!wantsHtml(c)) return answerProblem(c, "not-signed-in");
  if (c.req.method === "POST") {
    // Loaded when a session has ended in a form: no other request pays for it.
    const { answerSessionEnded } = await import("./kept/sessionEnded.tsx");
    return answerSessionEnded(c);
  }
  if (c.req.method !== "GET") return answerProblem(c, "not-signed-in");
  const back = new URL(c.req.url);
  return c.redirect(
    `${c.var.deps.signInUrl}?next=${encodeURIComponent(ownPath(back.pathname + back.search))}`,
    303,
  );
}
