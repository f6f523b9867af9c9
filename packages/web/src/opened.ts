import { isPerson, type Subject } from "@dunmiao/domain/access";
import { signature } from "@dunmiao/domain/actor";
import type { Opening } from "@dunmiao/domain/opening";
import { relationBy } from "@dunmiao/domain/permissions";
import type { Context, MiddlewareHandler } from "hono";
import { actOf, actorOf } from "./access.ts";
import type { OpenedFile, WebEnv } from "./deps.ts";

/** Says that a page opens what is on file of a person; it is noted when the page is answered to somebody else. */
export function opens(
  c: Context<WebEnv>,
  of: Opening["of"],
  people: readonly { serviceNumber: string; numbers?: readonly string[] | undefined }[],
  subject: Subject,
): void {
  const why = relationBy(actorOf(c), actOf(c), subject) ?? "none";
  c.var.opened?.push(
    ...people.map(({ serviceNumber, numbers = [] }) => ({ serviceNumber, numbers, of, why })),
  );
}

/** Notes who opened whose file, once the answer is made (`deps.openings`, which no answer waits for). */
export function noteOpenings(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method !== "GET") return next();
    const opened: OpenedFile[] = [];
    c.set("opened", opened);
    await next();
    const { actor, deps, requestId } = c.var;
    if (!actor || c.res.status !== 200) return;
    for (const { serviceNumber, numbers, of, why } of opened) {
      if (isPerson(actor, serviceNumber, ...numbers)) continue;
      const isEmergency = actor.emergency !== undefined && { isEmergency: true as const };
      const opening = { at: new Date().toISOString(), by: signature(actor), of, why, ...isEmergency };
      deps.openings.add({ serviceNumber, requestId, opening });
    }
  };
}
