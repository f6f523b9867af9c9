import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { cached, cachedLater } from "@dunmiao/store/engine/cached";
import { openStore } from "@dunmiao/store/engine/client";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { createApp } from "./app.tsx";
import type { WebDeps } from "./deps.ts";
import { type MachineDoor, machineDoor } from "./machine/door.ts";
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
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_SECOND_FACTOR_ACR: z
      .string()
      .default("")
      .transform((list) => list.split(",").filter(Boolean)),
    /** People sign in with passphrases of this stage. */
    PASSPHRASES: z.literal("on").optional(),
    /** Whose bearer tokens let programs in, what they are for, and where its keys are. */
    MACHINE_ISSUER: z.url().optional(),
    MACHINE_AUDIENCE: z.string().min(1).optional(),
    MACHINE_JWKS_URI: z.url().optional(),
    /** Where what the sign-in needs lies; without it nobody signs in. */
    SIGN_IN_SECRET: z.string().min(1).optional(),
    /** Where audit exports lie; a stage without it gives none out. */
    ARCHIVE_BUCKET: z.string().min(1).optional(),
    /** The address under which people come here. */
    PUBLIC_URL: z.url().optional(),
    /** Languages on offer, the first for a new visitor; separated by commas. */
    LANGUAGES: z
      .string()
      .default(languages.join(","))
      .transform((list) => list.split(","))
      .pipe(z.array(z.enum(languages)).min(1)),
  })
  .parse(process.env);

const closed = handle(closedApp());

/** A secret that has no value yet is asked for again after a minute. */
const askedAgainSeconds = 60;

/** The app on AWS. Without a sign-in nothing but its health is served: nobody could be told from anybody else. */
export const handler = settings.SIGN_IN_SECRET ? open(settings.SIGN_IN_SECRET) : closed;

/** A function is stopped between two requests: what no answer waits for is done before it hands the answer over. */
function open(secretArn: string): typeof closed {
  const deps = depsOf();
  const app = createApp(deps);
  const outer = new Hono();
  outer.all("*", (c) => app.fetch(c.req.raw, { address: addressIn(c.env) }));
  const handleOne = handle(outer);
  let isOpen = false;
  const opening = cached(async () => {
    isOpen = await openDoors(app, secretArn);
  }, askedAgainSeconds);
  return async (...asked) => {
    if (!isOpen) await opening.current();
    if (!isOpen) return closed(...asked);
    const answer = await handleOne(...asked);
    await deps.openings.flush();
    return answer;
  };
}

const fromSchema = z.object({
  event: z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
});

/** Where a request comes from, as the API says it: failures to sign in are counted by it. */
function addressIn(environment: unknown): string {
  return fromSchema.safeParse(environment).data?.event.requestContext.http.sourceIp ?? "unknown";
}

/** Puts the sign-in into the app once its secret can be read: false until then. */
async function openDoors(app: ReturnType<typeof createApp>, secretArn: string): Promise<boolean> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_SECOND_FACTOR_ACR: secondFactorAcr } = settings;
  const { stageDoors } = await import("./stageDoors.ts");
  const provider = issuer && clientId ? { issuer, clientId, secondFactorAcr } : undefined;
  const hasPassphrases = settings.PASSPHRASES !== undefined;
  const doors = await stageDoors({ secretArn, provider, hasPassphrases }).catch(async (error: unknown) => {
    const { failureOf, logger } = await import("./log.ts");
    const failure = error instanceof Error ? failureOf(error) : {};
    logger.error("the secret of the sign-in cannot be read", failure);
    return undefined;
  });
  if (!doors) return false;
  const { mountAccounts } = await import("./accounts.ts");
  mountAccounts(app, doors);
  return true;
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

function machines(): MachineDoor | undefined {
  const { MACHINE_ISSUER: issuer, MACHINE_AUDIENCE: audience, MACHINE_JWKS_URI: jwksUri } = settings;
  return issuer && audience && jwksUri ? machineDoor({ issuer, audience, jwksUri }) : undefined;
}

function depsOf(): WebDeps {
  const { ARCHIVE_BUCKET: archive } = settings;
  const store = openStore({ tableName: settings.TABLE_NAME });
  const door = machines();
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
    hasAccounts: true,
    ...(door && { machines: door }),
    isSetUp: later(async () => (await import("./stageDoors.ts")).setUpOnce(store)),
    ...(settings.PUBLIC_URL && { origin: new URL(settings.PUBLIC_URL).origin }),
    signInUrl: "/sign-in",
    isReady: async () => true,
    openings: new OpeningNotes(store),
    ...(archive !== undefined && {
      exportFile: async (id) => ({
        url: await (await import("./auditExport/archiveLink.ts")).archiveLink(archive, id),
      }),
    }),
  };
}

/** A question whose answer is loaded with the first one who asks. */
function later<T>(load: () => Promise<() => Promise<T>>): () => Promise<T> {
  let loading: Promise<() => Promise<T>> | undefined;
  return async () => {
    loading ??= load();
    return (await loading)();
  };
}
