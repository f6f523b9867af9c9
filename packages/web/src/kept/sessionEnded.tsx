import { keepForm } from "@dunmiao/store/kept";
import { loadEndedActor } from "@dunmiao/store/session";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { WebEnv } from "../deps.ts";
import { ownPath } from "../ownPath.ts";
import { chromeOf } from "../page.tsx";
import { readTyped } from "../sentFields.ts";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner } from "../ui/pieces.tsx";

/** Answers a form that was sent after the session had ended: nothing is changed, what was typed is kept. */
export async function answerSessionEnded(c: Context<WebEnv>) {
  const isKept = await keep(c);
  const signIn = `${c.var.deps.signInUrl}?next=${encodeURIComponent("/kept")}`;
  return c.html(<SessionEndedPage chrome={chromeOf(c)} signIn={signIn} isKept={isKept} />, 401);
}

/**
 * Only what somebody sends whose session is known to have ended: it is shown to that person and no other, and who never
 * signed in writes nothing into the table.
 */
async function keep(c: Context<WebEnv>): Promise<boolean> {
  const { store, sessionCookie } = c.var.deps;
  const { pathname, search } = new URL(c.req.url);
  // What is kept already needs no second keeping.
  if (pathname.startsWith("/kept/")) return true;
  const cookie = getCookie(c, sessionCookie);
  const actor = cookie ? await loadEndedActor(store, cookie) : undefined;
  if (!actor) return false;
  const typed = await readTyped(c);
  if (!typed.ok || typed.value.fields.length === 0) return false;
  return keepForm(store, {
    actor,
    path: ownPath(pathname + search),
    from: chromeOf(c).url,
    ...typed.value,
  });
}

function SessionEndedPage({ chrome, signIn, isKept }: { chrome: Chrome; signIn: string; isKept: boolean }) {
  const words = chrome.text.keptPage;
  return (
    <Layout chrome={chrome} title={words.ended}>
      <NotificationBanner text={chrome.text} kind="important">
        {isKept ? words.isKept : words.isNotKept}
      </NotificationBanner>
      <p class="govuk-body">{words.nothingChanged}</p>
      <p class="govuk-body">{isKept ? words.signInNext : words.signInElsewhere}</p>
      <p class="govuk-body">{link(signIn, words.signIn)}</p>
    </Layout>
  );
}
