import type { Event } from "@dunmiao/domain/event";
import type * as z from "zod";

type Facts<T> = { readonly facts: Partial<T>; readonly isWhole: boolean };

/**
 * The facts of an event that a trail puts into words. A member that does not parse takes no other with it: the line
 * says that something of it could not be read (`isWhole`), and the log says of which event.
 */
export function factsOf<T>(schema: z.ZodType<Partial<T>>, event: Event): Facts<T> {
  const whole = schema.safeParse(event.change);
  if (whole.success) return { facts: whole.data, isWhole: true };
  const unread = new Set(whole.error.issues.map(({ path: [member] }) => String(member)));
  void report(event, [...unread]);
  const rest = Object.entries(event.change).filter(([member]) => !unread.has(member));
  return { facts: schema.parse(Object.fromEntries(rest)), isWhole: false };
}

async function report(event: Event, members: readonly string[]): Promise<void> {
  const { recordKind: kind, recordId: id, version, type } = event;
  const { logger } = await import("./log.ts");
  const told = { code: "event-unreadable", kind, id, version, type, members };
  logger.error("facts of an event do not parse", told);
}
