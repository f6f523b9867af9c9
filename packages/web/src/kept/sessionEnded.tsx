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

/** What of a sent form waits for its writer: what was typed, the same but for a file, or nothing. */
type KeptOf = "fields" | "without-file" | "nothing";

/** Answers a form that was sent after the session had ended: nothing is changed, what was typed is kept. */
export async function answerSessionEnded(c: Context<WebEnv>) {
  const kept = await keep(c);
  const chrome = chromeOf(c);
  const next = kept === "nothing" ? ownPath(chrome.url) : "/kept";
  const signIn = `${c.var.deps.signInUrl}?next=${encodeURIComponent(next)}`;
  return c.html(<SessionEndedPage chrome={chrome} signIn={signIn} kept={kept} />, 401);
}

/**
 * Only what somebody sends whose session is known to have ended: it is shown to that person and no other, and who never
 * signed in writes nothing into the table.
 */
async function keep(c: Context<WebEnv>): Promise<KeptOf> {
  const { store, sessionCookie } = c.var.deps;
  const { pathname, search } = new URL(c.req.url);
  // What is kept already needs no second keeping.
  if (pathname.startsWith("/kept/")) return "fields";
  const cookie = getCookie(c, sessionCookie);
  const actor = cookie ? await loadEndedActor(store, cookie) : undefined;
  if (!actor) return "nothing";
  const typed = await readTyped(c);
  if (!typed.ok || typed.value.fields.length === 0) return "nothing";
  const isKept = await keepForm(store, {
    actor,
    path: ownPath(pathname + search),
    from: chromeOf(c).url,
    ...typed.value,
  });
  if (!isKept) return "nothing";
  return typed.value.hadFile ? "without-file" : "fields";
}

function SessionEndedPage({ chrome, signIn, kept }: { chrome: Chrome; signIn: string; kept: KeptOf }) {
  const words = chrome.text.keptPage;
  const [what, then] = {
    fields: [words.isKept, words.signInNext],
    "without-file": [words.fileAgain, words.signInToUpload],
    nothing: [words.isNotKept, words.signInElsewhere],
  }[kept];
  return (
    <Layout chrome={chrome} title={words.ended}>
      <NotificationBanner text={chrome.text} kind="important">
        {what}
      </NotificationBanner>
      <p class="govuk-body">{words.nothingChanged}</p>
      <p class="govuk-body">{then}</p>
      <p class="govuk-body">{link(signIn, words.signIn)}</p>
    </Layout>
  );
}
