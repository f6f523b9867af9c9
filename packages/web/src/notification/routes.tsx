import type { Actor } from "@dunmiao/domain/actor";
import { bureau } from "@dunmiao/domain/notification";
import { mayTry, reachOf } from "@dunmiao/domain/permissions";
import { listMessages, type OwnInbox } from "@dunmiao/store/notification";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { signedMessage } from "../audit/signedHead.ts";
import { backupMessage } from "../backupAlert.ts";
import { cursorAt, placeAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerRefused } from "../problem.tsx";
import { everyPage } from "../sheet/everyPage.ts";
import { wantsHtml } from "../wants.ts";
import { notificationsQuery } from "./form.ts";
import { NotificationPage } from "./page.tsx";

/** What one's role and unit was told; every role has an inbox. */
export function notificationRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/notifications",
    allow("read-messages", "What the workflow told one's role and unit, newest first", {
      query: notificationsQuery,
    }),
    async (c) => {
      const place = await placeAsked(c);
      if (!place.ok) return answerRefused(c, place.refusals);
      const inbox = inboxOf(actorOf(c));
      const { items: messages, next: last } = inbox
        ? await everyPage((before) => inboxPage(c, inbox, before), {
            from: place.value,
            isWhole: c.var.isWhole,
          })
        : { items: [] };
      const standing = place.value === undefined ? await standingFor(c, actorOf(c)) : [];
      const items = [...standing, ...messages];
      const next = last === undefined ? undefined : await cursorAt(c, last);
      if (!wantsHtml(c)) return c.json({ items, ...(next && { cursor: next }) });
      return c.html(<NotificationPage chrome={chromeOf(c)} messages={items} next={next} />);
    },
  );
  return app;
}

/** What stands at the head of an inbox, computed when it is read. */
async function standingFor(c: Context<WebEnv>, actor: Actor) {
  const [signed, delegations] = await Promise.all([signedMessage(c, actor), delegationsTold(c, actor)]);
  return [backupMessage(c, actor), signed, ...delegations].filter((each) => each !== undefined);
}

/** Nobody can act for another where nobody has an account, nor for one of the three hands. */
async function delegationsTold(c: Context<WebEnv>, actor: Actor) {
  if (!c.var.deps.hasAccounts || actor.machine || mayTry(actor, "read-accounts")) return [];
  const { delegationMessages } = await import("../delegation/inbox.ts");
  return delegationMessages(c, actor);
}

async function inboxPage(c: Context<WebEnv>, inbox: OwnInbox, before: string | undefined) {
  const { messages, next } = await listMessages(c.var.deps.store, inbox, { before });
  return { items: messages, next };
}

/** The one inbox that an actor reads; none for somebody whose unit or service number is not known. */
function inboxOf({ role, unit, serviceNumber, mergedNumbers }: Actor): OwnInbox | undefined {
  const reach = reachOf(role, "read-messages");
  if (reach === "bureau") return { role, unit: bureau };
  if (reach === "own")
    return serviceNumber === undefined
      ? undefined
      : { role, unit: serviceNumber, mergedUnits: mergedNumbers };
  return unit === undefined ? undefined : { role, unit };
}
