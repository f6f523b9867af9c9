import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { wantsHtml } from "../wants.ts";
import { SetUpPendingPage } from "./setUpPage.tsx";

/** What everybody is answered until there is an administrator. */
export function answerNotSetUp(c: Context<WebEnv>) {
  if (wantsHtml(c)) return c.html(<SetUpPendingPage chrome={chromeOf(c)} />, 503);
  const title = c.var.text.signInPage.setUpPending;
  const problem = {
    type: "urn:dunmiao:problem:not-set-up",
    title,
    status: 503,
    code: "not-set-up",
    errors: [],
  };
  return c.body(JSON.stringify(problem), 503, { "Content-Type": "application/problem+json; charset=utf-8" });
}
