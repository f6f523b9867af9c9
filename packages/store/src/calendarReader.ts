import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { loadStoredCalendar } from "./calendar.ts";
import { type Cached, cachedList } from "./engine/cached.ts";
import type { Store } from "./engine/client.ts";
import { loadOrName } from "./engine/unreadable.ts";
import { calendarOf } from "./grownCalendar.ts";

const maxAgeSeconds = 60;

/**
 * The calendar in force, held for a minute; its version stands in every event. Where its row does not parse, pages show
 * what the confirmed notices make, and nobody writes on the strength of it.
 */
export function calendarReader(store: Store): Cached<WorkCalendar> {
  const read = async () => {
    const stored = await loadOrName(loadStoredCalendar(store));
    if (stored) return calendarOf(stored);
    // Loaded where it is needed only.
    const { retoldCalendar } = await import("./retoldCalendar.ts");
    return retoldCalendar(store);
  };
  return cachedList(read, maxAgeSeconds);
}
