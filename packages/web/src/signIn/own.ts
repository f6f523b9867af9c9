import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { answerProblem } from "../problem.tsx";
import { wantsHtml } from "../wants.ts";
import { type SignedInHere, signedInHere } from "./cookie.ts";

type OwnHandler = (c: Context<WebEnv>, here: SignedInHere) => Response | Promise<Response>;

/** Whoever signed in with an account, also without any role; anybody else is led to sign in. */
export async function ownPlace(c: Context<WebEnv>): Promise<SignedInHere | Response> {
  const here = await signedInHere(c);
  if (here) return here;
  return wantsHtml(c) ? c.redirect("/sign-in?next=%2Faccount", 303) : answerProblem(c, "not-signed-in");
}

/** A page for whoever signed in, as `ownPlace` finds them. */
export function own(handler: OwnHandler) {
  return async (c: Context<WebEnv>) => {
    const here = await ownPlace(c);
    return here instanceof Response ? here : handler(c, here);
  };
}
