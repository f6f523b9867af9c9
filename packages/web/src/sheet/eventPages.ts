import type { Event } from "@dunmiao/domain/event";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { loadEvents } from "@dunmiao/store/engine/record";
import type { Context } from "hono";
import { cursorAt, placeAsked } from "../cursor.ts";
import type { WebEnv } from "../deps.ts";
import { everyPage } from "./everyPage.ts";

/**
 * The page of a record's trail that the request asks for, or all of it where a file is wanted; `next`: the cursor of the
 * page after it. Refuses `cursor-of-another-list`.
 */
export async function eventPages(
  c: Context<WebEnv>,
  of: { kind: Kind; id: string },
): Promise<Outcome<{ events: Event[]; next?: string }>> {
  const place = await placeAsked(c);
  if (!place.ok) return place;
  const read = async (after = 0) => {
    const { events, next } = await loadEvents(c.var.deps.store, of, { after });
    return { items: events, next };
  };
  const from = Number(place.value ?? 0);
  const { items, next } = await everyPage(read, { from, isWhole: c.var.isWhole });
  return accept({ events: items, ...(next !== undefined && { next: await cursorAt(c, next) }) });
}
