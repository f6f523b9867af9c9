import { postEvents } from "@dunmiao/domain/concurrentPost/events";
import type { Event } from "@dunmiao/domain/event";
import type { EventIn } from "@dunmiao/domain/eventType";
import type { FactName, Facts } from "@dunmiao/domain/readChange";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { endedBecause } from "./tags.ts";

type Change = EventIn<typeof postEvents>["change"];
type Known<Name extends FactName<Change>> = Name;
/** What the page says above its trail; any other fact has its words below. */
type Unsaid = Known<"serviceNumber" | "place" | "role" | "appointedBy" | "to" | "because">;

type Props = { text: Text; events: readonly Event[]; isWhole?: boolean };

/** Lines of a concurrent post's trail: begun, what was done, ended. */
export function PostTrail({ text, events, isWhole }: Props) {
  return (
    <EventTable text={text} events={events} line={(event) => eventLine(text, event)} isWhole={isWhole} />
  );
}

function eventLine(text: Text, event: Event): string {
  const { facts = {}, isWhole } = factsOf<Facts<Change>>(postEvents, event);
  const { from, to, on, line, reason, because, into } = facts;
  const said: Readonly<Record<Exclude<FactName<Change>, Unsaid>, string | undefined>> = {
    from: from && to && text.common.range({ from, to }),
    into: from && into && `${from} → ${into}`,
    on,
    line,
    reason: reason && text.eventFact.reason({ reason: endedBecause(text, { reason, because }) }),
  };
  const unread = isWhole ? undefined : text.eventFact.unread;
  return [nameOf(text.eventType, event.type), ...Object.values(said), unread].filter(Boolean).join(" · ");
}
