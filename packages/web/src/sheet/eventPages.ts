import type { Event } from "@dunmiao/domain/event";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { loadEvents } from "@dunmiao/store/engine/record";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { everyPage } from "./everyPage.ts";

/** A page of a record's trail after version `after`, or all of it where a file is wanted. */
export async function eventPages(
  c: Context<WebEnv>,
  of: { kind: Kind; id: string },
  after: number,
): Promise<{ events: Event[]; next?: number | undefined }> {
  const read = async (cursor: number | undefined) => {
    const { events, next } = await loadEvents(c.var.deps.store, of, { after: cursor ?? 0 });
    return { items: events, next };
  };
  const { items, next } = await everyPage(read, { from: after, isWhole: c.var.isWhole });
  return { events: items, next };
}
