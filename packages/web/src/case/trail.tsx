import type { Event } from "@dunmiao/domain/event";
import type { Scheme } from "@dunmiao/domain/scheme";
import { EventTable } from "../ui/eventTable.tsx";
import type { Text } from "../ui/text.ts";
import { eventLine } from "./eventLine.ts";

/** `isWhole`: on the page of the trail itself. */
type TrailProps = { text: Text; events: readonly Event[]; scheme: Scheme; isWhole?: boolean };

/** Lines of a secondment's trail. */
export function Trail({ text, events, scheme, isWhole }: TrailProps) {
  const line = (event: Event) => eventLine(text, event, scheme);
  return <EventTable text={text} events={events} line={line} isWhole={isWhole} />;
}
