import { canonical } from "../../src/event.ts";
import type { EventOfKind } from "../../src/eventType.ts";
import { readChange } from "../../src/readChange.ts";
import { secondmentEvents } from "../../src/secondmentEvents.ts";

/** Members of a change that do not read back, as it is stored, as what its type says; none of any event of ours. */
export function unreadOf({ type, change }: EventOfKind): string[] {
  const stored = { type, change: JSON.parse(canonical(change)) };
  return readChange<unknown>(secondmentEvents, stored).unread.map((member) => `${type} ${member}`);
}
