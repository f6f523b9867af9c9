import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { cachedLater } from "@dunmiao/store/engine/cached";
import { openStore } from "@dunmiao/store/engine/client";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { createApp } from "./app.tsx";
import type { WebDeps } from "./deps.ts";
import { OpeningNotes } from "./openingNotes.ts";
import { assetsDirectory, loadAssets } from "./ui/assets.ts";
import { languages } from "./ui/text.ts";

const settings = z
  .object({
    TABLE_NAME: z.string().min(1),
    BUREAU_NAME: z.string().min(1),
    /** The organisation's sign-in (OpenID Connect). */
    OIDC_ISSUER: z.url().optional(),
    /** To whom weaknesses are reported. */
    SECURITY_CONTACT: z
      .string()
      .regex(/^(mailto|https|tel):/)
      .optional(),
    /** Languages on offer, the first for a new visitor; separated by commas. */
    LANGUAGES: z
      .string()
      .default(languages.join(","))
      .transform((list) => list.split(","))
      .pipe(z.array(z.enum(languages)).min(1)),
  })
  .parse(process.env);

/** The app on AWS. Without a sign-in nothing but its health is served: nobody could be told from anybody else. */
export const handler = settings.OIDC_ISSUER ? open() : handle(closedApp());

/** A function is stopped between two requests: what no answer waits for is done before it hands the answer over. */
function open(): ReturnType<typeof handle> {
  const deps = depsOf();
  const handleOne = handle(createApp(deps));
  return async (...asked) => {
    const answer = await handleOne(...asked);
    await deps.openings.flush();
    return answer;
  };
}

function closedApp(): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ status: "ready" }));
  app.all("*", (c) => {
    const problem = {
      type: "urn:dunmiao:problem:no-sign-in",
      title: "No sign-in is configured",
      status: 503,
      code: "no-sign-in",
      errors: [],
    };
    return c.body(JSON.stringify(problem), 503, { "Content-Type": "application/problem+json" });
  });
  return app;
}

function depsOf(): WebDeps {
  const store = openStore({ tableName: settings.TABLE_NAME });
  return {
    store,
    calendar: cachedLater(async () => (await import("@dunmiao/store/calendarReader")).calendarReader(store)),
    units: cachedLater(async () => (await import("@dunmiao/store/unit")).unitReader(store)),
    cohorts: cachedLater(async () => (await import("@dunmiao/store/cohort")).cohortReader(store)),
    clock: { today: () => shanghaiDate(new Date()), now: () => new Date().toISOString() },
    assets: loadAssets(assetsDirectory()),
    bureau: settings.BUREAU_NAME,
    ...(settings.SECURITY_CONTACT !== undefined && { securityContact: settings.SECURITY_CONTACT }),
    languages: settings.LANGUAGES,
    sessionCookie: "__Host-dunmiao",
    signInUrl: "/sign-in",
    isReady: async () => true,
    openings: new OpeningNotes(store),
  };
}
