import type { Account } from "@dunmiao/domain/account";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { leadOn } from "../formRoute.ts";
import { startSession } from "./cookie.ts";

/** Where a browser goes once it is signed in: to `next` by way of the page that sees whether its cookie came back. */
export function signedInAt(next: string): string {
  return `/sign-in?signed=1&next=${encodeURIComponent(next)}`;
}

/** Starts a session and leads a browser on to `next`, a path of this site; a program gets its account. */
export async function answerSignedIn(c: Context<WebEnv>, account: Account, next: string): Promise<Response> {
  await startSession(c, account);
  return leadOn(c, signedInAt(next), { account: account.id });
}
