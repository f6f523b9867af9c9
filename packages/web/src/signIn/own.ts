import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { type SignedInHere, signedInHere } from "./cookie.ts";

type OwnHandler = (c: Context<WebEnv>, here: SignedInHere) => Response | Promise<Response>;

/** For whoever signed in with an account, also without any role. */
export function own(handler: OwnHandler) {
  return async (c: Context<WebEnv>) => {
    const here = await signedInHere(c);
    if (here) return handler(c, here);
    return wantsHtml(c) ? c.redirect("/sign-in?next=%2Faccount", 303) : answerProblem(c, "not-signed-in");
  };
}
