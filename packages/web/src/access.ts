import type { Actor, PersonRole } from "@dunmiao/domain/actor";
import type { Context, MiddlewareHandler } from "hono";
import type { WebEnv } from "./deps.ts";
import { ownPath } from "./ownPath.ts";
import { answerProblem } from "./problem.tsx";
import { wantsHtml } from "./wants.ts";

/** Everyone who reads: all roles but the mentor, whose pages come with the pairs. */
export const readers = [
  "hr",
  "approver",
  "branch",
  "station",
  "sending",
  "officer",
  "inspector",
  "auditor",
] as const satisfies readonly PersonRole[];

/** Roles that see everyone of a cohort; a station, branch or sending unit sees its own people in the list. */
export const centralReaders = [
  "hr",
  "approver",
  "inspector",
  "auditor",
] as const satisfies readonly PersonRole[];

/** Who commits spot checks, reveals and records results. */
export const spotCheckActors = ["hr", "inspector"] as const satisfies readonly PersonRole[];
/** Who sees lists, seeds and draws of spot checks: also whoever decides for the bureau, and the auditor. */
export const spotCheckReaders = [
  ...spotCheckActors,
  "approver",
  "auditor",
] as const satisfies readonly PersonRole[];

/** States which roles may call a route; every route has one, and without it the answer is no. */
export function allow(...roles: readonly PersonRole[]): MiddlewareHandler<WebEnv> {
  const guard: MiddlewareHandler<WebEnv> = async (c, next) => {
    const { actor } = c.var;
    if (!actor) return askToSignIn(c);
    if (!roles.some((role) => role === actor.role)) return answerProblem(c, 403, "forbidden");
    c.set("isPermitted", true);
    await next();
  };
  return Object.assign(guard, { roles });
}

/** A route that needs nobody signed in: health and the API's description. */
export function allowEveryone(): MiddlewareHandler<WebEnv> {
  const guard: MiddlewareHandler<WebEnv> = async (c, next) => {
    c.set("isPermitted", true);
    await next();
  };
  return Object.assign(guard, { roles: "everyone" });
}

/** The actor of a request that `allow` let through. */
export function actorOf(c: Context<WebEnv>): Actor {
  const { actor, isPermitted } = c.var;
  if (!actor || !isPermitted) throw new Error("a handler ran before its permission");
  return actor;
}

async function askToSignIn(c: Context<WebEnv>) {
  if (!wantsHtml(c)) return answerProblem(c, 401, "not-signed-in");
  if (c.req.method === "POST") {
    // Loaded when a session has ended in a form: no other request pays for it.
    const { answerSessionEnded } = await import("./kept/sessionEnded.tsx");
    return answerSessionEnded(c);
  }
  if (c.req.method !== "GET") return answerProblem(c, 401, "not-signed-in");
  const back = new URL(c.req.url);
  return c.redirect(
    `${c.var.deps.signInUrl}?next=${encodeURIComponent(ownPath(back.pathname + back.search))}`,
    303,
  );
}
