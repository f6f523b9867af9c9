import { mayTry } from "@dunmiao/domain/permissions";
import { openDifferences } from "@dunmiao/store/audit/differences";
import { outageOf } from "@dunmiao/store/engine/outage";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { requireActs } from "./access.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { sayWhatWasDone } from "./done/sayWhatWasDone.ts";
import { language } from "./language.ts";
import { noteOpenings } from "./opened.ts";
import { answerOutage, refuseInOutage } from "./outage.ts";
import { answerProblem, answerRefused } from "./problem.tsx";
import { limitUse } from "./rate.ts";
import { session } from "./session.ts";
import { pageAsSheet } from "./sheet/pageAsSheet.ts";
import { systemRoutes } from "./system/routes.ts";
import { assetRoutes } from "./ui/assets.ts";
import { answerUnreadable, sayWhatIsUnreadable } from "./unreadable.ts";
import { wantsHtml } from "./wants.ts";

/** A file of 4 MB and the form around it; smaller bodies are judged field by field. */
const longestBodyBytes = 5 * 1024 * 1024;
/** Longer than any page of ours; the database refuses keys of more than 2,048 bytes. */
const longestPath = 1000;

/** The whole product as one app: every route, HTML and JSON. */
export function createApp(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(namedRequest());
  app.use(async (c, next) => {
    c.set("deps", deps);
    c.set("today", deps.clock.today());
    await next();
  });
  app.use(secureHeaders(headers));
  app.route("/", assetRoutes(deps.assets));
  app.use(personal());
  app.use(language());
  app.use(untilSetUp());
  app.use(refuseInOutage());
  app.use(sayWhatIsUnreadable());
  app.use(session());
  app.use(noteOpenings());
  app.use(async (c, next) => {
    const isPage = mayTry(c.var.actor, "read-calendar") && wantsHtml(c);
    c.set("calendar", isPage ? await deps.calendar.current() : undefined);
    await next();
  });
  app.use(async (c, next) => {
    const isTold = mayTry(c.var.actor, "read-differences") && wantsHtml(c);
    if (isTold) c.set("differences", (await openDifferences(deps.store)).length);
    await next();
  });
  app.use(async (c, next) => (c.req.path.length > longestPath ? answerProblem(c, "not-found") : next()));
  app.use(sameOriginForms());
  app.use(limitUse());
  app.use(sayWhatWasDone());
  app.use(pageAsSheet());
  app.use(bodyLimit({ maxSize: longestBodyBytes, onError: (c) => answerProblem(c, "file-too-large") }));
  app.route("/", systemRoutes(app));
  app.notFound(async (c) => {
    everyday ??= await loadEveryday();
    return everyday.fetch(c.req.raw, { handed: c.var });
  });
  app.onError(async (error, c) => {
    if (error instanceof HTTPException)
      return answerRefused(c, [{ code: "bad-request" }], error.status === 403 ? 403 : 400);
    // Loaded when something fails: no request pays for it before.
    const { failureOf, logger } = await import("./log.ts");
    const outage = outageOf(error);
    if (outage) {
      logger.warn("the store could not serve", { requestId: c.var.requestId, code: outage });
      return answerOutage(c, outage);
    }
    if (error instanceof StoredRowError && c.var.text) return answerUnreadable(c, error);
    const { requestId } = c.var;
    logger.error("a request failed", { requestId, route: c.req.routePath, ...failureOf(error) });
    return answerProblem(c, "internal-error");
  });
  requireActs(app);
  return app;
}

/** Loaded once, with the first request: a function that starts does not wait for pages that nobody asked for. */
let everyday: Hono<WebEnv> | undefined;

/** Asked for once: an import that is there already costs every request a turn through the loader of modules. */
async function loadEveryday(): Promise<Hono<WebEnv>> {
  const { everydayRoutes } = await import("./everydayRoutes.ts");
  return everydayRoutes();
}

/** Until there is an administrator nobody gets anywhere: what they would see is nobody's yet. */
function untilSetUp(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { isSetUp } = c.var.deps;
    if (!isSetUp || (await isSetUp()) || ["/set-up", "/healthz"].includes(c.req.path)) return next();
    // Loaded before the first set-up: no later request pays for it.
    const { answerNotSetUp } = await import("./signIn/notSetUp.tsx");
    return answerNotSetUp(c);
  };
}

/** Strict content policy without inline code; `same-origin` keeps form POSTs working on plain-http intranets. */
const headers = {
  referrerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  xFrameOptions: "DENY",
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

/** What is shown to a person is kept by no browser and no proxy, and differs by who asks and in which form. */
function personal(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    c.res.headers.set("Cache-Control", "no-store");
    c.res.headers.set("Vary", "Accept, Cookie");
  };
}

/** A number for every request; a client's own is taken only in the form of ours. */
function namedRequest(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const sent = c.req.header("X-Request-Id");
    const id = sent !== undefined && uuid.test(sent) ? sent : crypto.randomUUID();
    c.set("requestId", id);
    await next();
    c.res.headers.set("X-Request-Id", id);
  };
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Behind a proxy that ends TLS a request names another scheme than the browser does. */
function ownOrigin(c: Context<WebEnv>): string {
  return c.var.deps.origin ?? new URL(c.req.url).origin;
}

/** Forms of other sites are refused. A client that sends neither Origin nor Sec-Fetch-Site is no browser. */
function sameOriginForms(): MiddlewareHandler<WebEnv> {
  const guard = csrf({ origin: (origin, c) => origin === ownOrigin(c) });
  return async (c, next) => {
    if (c.req.header("Origin") === undefined && c.req.header("Sec-Fetch-Site") === undefined) return next();
    return guard(c, next);
  };
}
