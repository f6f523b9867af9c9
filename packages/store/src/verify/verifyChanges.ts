import { eventSchema } from "@dunmiao/domain/event";
import { eventsOfKind } from "@dunmiao/domain/eventType";
import { readChange } from "@dunmiao/domain/readChange";
import * as z from "zod";
import type { Kind } from "../engine/kinds.ts";
import type { Item } from "./verify.ts";

const itemSchema = z.object({ event: eventSchema });

/**
 * Events whose change is not what their type says, by version and member, never by content. One that is no event at
 * all is a fault of the chain.
 */
export function verifyChanges(kind: Kind, events: readonly Item[]): string[] {
  return events.flatMap((item) => {
    const { data } = itemSchema.safeParse(item);
    if (!data) return [];
    const { unread } = readChange<unknown>(eventsOfKind[kind], data.event);
    return unread.length === 0 ? [] : [`event-unreadable ${data.event.version}: ${unread.join(", ")}`];
  });
}
