import { mayTry } from "@dunmiao/domain/permissions";
import type { StoredRowError } from "@dunmiao/store/engine/parseStored";
import { showingTheRest, type UnreadableRow } from "@dunmiao/store/engine/unreadable";
import type { Context, MiddlewareHandler } from "hono";
import * as z from "zod";
import type { WebEnv } from "./deps.ts";
import { answerProblem, answerRefused } from "./problem.tsx";

const objectSchema = z.record(z.string(), z.unknown());

/**
 * A damaged row of a list takes no page down: the rest is shown, the page (by its layout) and JSON (`unreadable`) say
 * what is missing, and HR finds a flag. A file is whole or refused: nobody would see there that something is missing.
 * What writes still fails on such a row, so that no decision rests on half a list.
 */
export function sayWhatIsUnreadable(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const unreadable = new Map<string, UnreadableRow>();
    c.set("unreadable", unreadable);
    await showingTheRest(unreadable, next);
    if (unreadable.size === 0) return;
    await flag(c, [...unreadable.values()]);
    const type = c.res.headers.get("Content-Type") ?? "";
    if (type.includes("json"))
      c.res = await withIds(c.res, [...unreadable.values()], mayTry(c.var.actor, "read-damaged-ids"));
    else if (!type.startsWith("text/html") && c.res.status === 200)
      c.res = await answerProblem(c, "rows-unreadable");
  };
}

/** The code of the flag and of the log line. */
const unreadableCode = "row-unreadable";

async function flag(c: Context<WebEnv>, rows: readonly UnreadableRow[]): Promise<void> {
  const { deps, requestId } = c.var;
  const { logger } = await import("./log.ts");
  const { putFlagUnlessOpen } = await import("@dunmiao/store/engine/flag");
  for (const { kind, id, detail } of rows) {
    logger.error("a row of a list does not parse", { requestId, code: unreadableCode, kind, id });
    const told = { code: unreadableCode, detail: detail.slice(0, 300), since: deps.clock.now() };
    await putFlagUnlessOpen(deps.store, { kind, id }, told);
  }
}

/**
 * What stands on a row that does not parse cannot be shown or done: the sentence says so, to HR with the id, and HR
 * finds a flag where the row belongs to something that has a name.
 */
export async function answerUnreadable(c: Context<WebEnv>, { of, message }: StoredRowError) {
  const isHr = mayTry(c.var.actor, "read-damaged-ids");
  if (of) await flag(c, [{ ...of, detail: message }]);
  const params = of && isHr && { id: of.id };
  return answerRefused(c, [{ code: unreadableCode, ...(params && { params }) }]);
}

/** Ids for HR only: one may hold the service number of somebody out of the reader's scope. */
async function withIds(answer: Response, rows: readonly UnreadableRow[], isHr: boolean): Promise<Response> {
  const body = objectSchema.safeParse(await answer.clone().json());
  if (!body.success) return answer;
  const unreadable = rows.map(({ kind, id }) => (isHr ? { kind, id } : { kind }));
  const told = { ...body.data, unreadable };
  const headers = new Headers(answer.headers);
  headers.delete("Content-Length");
  return new Response(JSON.stringify(told), { status: answer.status, headers });
}
