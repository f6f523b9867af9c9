import { createSession, revokeSession } from "@dunmiao/store/session";
import { allowEveryone } from "@dunmiao/web/access";
import type { WebEnv } from "@dunmiao/web/deps";
import { ownPath } from "@dunmiao/web/ownPath";
import { wantsHtml } from "@dunmiao/web/wants";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { demoActor, personas } from "./personas.ts";
import { answerLocal, type LocalContext, type LocalRefusal, readFields } from "./request.ts";
import { scopeOf } from "./scope.ts";
import { signInPage } from "./signInPage.tsx";

// Plain http on the loopback interface: a Secure cookie would never come back.
const cookie = { path: "/", httpOnly: true, sameSite: "Lax" } as const;

/** The demo sign-in: anybody is whom they choose to be. */
export function signInRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/local/sign-in", allowEveryone("The demo sign-in"), (c) =>
    signInPage(c, { next: ownPath(c.req.query("next")), values: {}, errors: [] }),
  );
  app.post("/local/sign-in", allowEveryone("Sign in as one of the demo"), async (c) => {
    const fields = await readFields(c);
    const wanted = await wantedActor(c, fields);
    if ("refusal" in wanted)
      return answerLocal(c, [wanted.refusal], (errors) =>
        signInPage(c, { next: ownPath(fields?.next), values: fields ?? {}, errors }),
      );
    const { store, sessionCookie } = c.var.deps;
    await endSession(c);
    setCookie(c, sessionCookie, await createSession(store, wanted.actor), cookie);
    if (wantsHtml(c)) return c.redirect(ownPath(fields?.next), 303);
    return c.json({ persona: wanted.persona, actor: wanted.actor });
  });
  app.post("/local/sign-out", allowEveryone("Sign out"), async (c) => {
    await endSession(c);
    deleteCookie(c, c.var.deps.sessionCookie, cookie);
    return wantsHtml(c) ? c.redirect("/local/sign-in", 303) : c.body(null, 204);
  });
  return app;
}

async function endSession(c: LocalContext): Promise<void> {
  const { store, sessionCookie } = c.var.deps;
  const current = getCookie(c, sessionCookie);
  if (current) await revokeSession(store, current);
}

async function wantedActor(c: LocalContext, fields: Record<string, string> | undefined) {
  if (!fields) return refused({ code: "invalid-json" });
  const persona = personas.find((each) => each === fields.persona);
  if (!persona) return refused({ code: "unknown-persona", field: "persona" });
  if (fields.person !== undefined && !/^[0-9A-Za-z]{1,20}$/.test(fields.person))
    return refused({ code: "invalid-person", field: "person" });
  const found = await scopeOf(c.var.deps.store, persona, fields);
  return "refusal" in found ? found : { persona, actor: demoActor(persona, found.scope, fields.person) };
}

function refused(refusal: LocalRefusal) {
  return { refusal };
}
