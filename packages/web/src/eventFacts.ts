import type { Event } from "@dunmiao/domain/event";
import { type Forms, readChange } from "@dunmiao/domain/readChange";

/**
 * The facts of an event that a trail puts into words. A member that does not parse takes no other with it: the line
 * says that something of it could not be read (`isWhole`), and the log says of which event.
 */
export function factsOf<Facts>(
  forms: Forms<Facts>,
  event: Event,
): { facts: Facts | undefined; isWhole: boolean } {
  const { facts, unread } = readChange(forms, event);
  if (unread.length > 0) void report(event, unread);
  return { facts, isWhole: unread.length === 0 };
}

async function report(event: Event, members: readonly string[]): Promise<void> {
  const { recordKind: kind, recordId: id, version, type } = event;
  const { logger } = await import("./log.ts");
  const told = { code: "event-unreadable", kind, id, version, type, members };
  logger.error("facts of an event do not parse", told);
}
