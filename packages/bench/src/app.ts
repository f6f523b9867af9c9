import type { Actor } from "@dunmiao/domain/actor";
import { cohortReader } from "@dunmiao/store/cohort";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { createSession } from "@dunmiao/store/session";
import { unitReader } from "@dunmiao/store/unit";
import { createApp } from "@dunmiao/web/app";
import { OpeningNotes } from "@dunmiao/web/openingNotes";
import { assetsDirectory, loadAssets } from "@dunmiao/web/ui/assets";
import { calendar, today } from "./people.ts";

/** Sends one request as this actor and answers when the body has been read and what no answer waits for is done; throws on an error status. */
export type Send = (path: string, options?: { body?: object; accept?: string }) => Promise<string>;

/** The whole product in this process, over one table, on the day on which everything is measured. */
export async function openApp(store: Store) {
  const openings = new OpeningNotes(store);
  const app = createApp({
    store,
    calendar: cached(async () => calendar, 3600),
    units: unitReader(store),
    cohorts: cohortReader(store),
    clock: { today: () => today, now: () => `${today}T04:00:00.000Z` },
    assets: loadAssets(assetsDirectory()),
    bureau: "武汉市公安局（演示）",
    sessionCookie: "session",
    signInUrl: "/local/sign-in",
    isReady: async () => true,
    openings,
  });
  const as = async (actor: Actor): Promise<Send> => {
    const cookie = `session=${await createSession(store, actor)}`;
    return async (path, { body, accept = "application/json" } = {}) => {
      const sent = body && { method: "POST", body: JSON.stringify(body) };
      const headers = { Cookie: cookie, Accept: accept, "Content-Type": "application/json" };
      const answer = await app.request(path, { headers, ...sent });
      const text = await answer.text();
      await openings.flush();
      if (answer.status >= 400 && answer.status !== 404) throw new Error(`${path}: ${answer.status} ${text}`);
      return text;
    };
  };
  /** Sends a body as it is, whatever is answered. */
  const sendRaw = async (actor: Actor) => {
    const cookie = `session=${await createSession(store, actor)}`;
    return async (path: string, type: string, body: string): Promise<void> => {
      const headers = { Cookie: cookie, Accept: "application/json", "Content-Type": type };
      await (await app.request(path, { method: "POST", headers, body })).text();
    };
  };
  return { app, as, sendRaw };
}
