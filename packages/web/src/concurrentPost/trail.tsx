import type { Event } from "@dunmiao/domain/event";
import * as z from "zod";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";

/** The members of an event's change that the trail puts into words. */
const changeSchema = z
  .object({ from: z.string(), to: z.string(), on: z.string(), line: z.string(), reason: z.string() })
  .partial();

type Props = { text: Text; events: readonly Event[]; isWhole?: boolean };

/** Lines of a concurrent post's trail: begun, what was done, ended. */
export function PostTrail({ text, events, isWhole }: Props) {
  return (
    <EventTable text={text} events={events} line={(event) => eventLine(text, event)} isWhole={isWhole} />
  );
}

function eventLine(text: Text, event: Event): string {
  const { facts, isWhole } = factsOf(changeSchema, event);
  const { from, to, on, line, reason } = facts;
  const said = [
    nameOf(text.eventType, event.type),
    from && to && text.common.range({ from, to }),
    on,
    line,
    reason && text.eventFact.reason({ reason }),
    isWhole ? undefined : text.eventFact.unread,
  ];
  return said.filter(Boolean).join(" · ");
}
