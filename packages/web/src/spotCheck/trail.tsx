import type { Event } from "@dunmiao/domain/event";
import { spotCheckOutcomes } from "@dunmiao/domain/spotCheck";
import * as z from "zod";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { numberOf } from "../ui/ordinal.ts";
import type { Text } from "../ui/text.ts";
import { type People, personName } from "./view.ts";

/** The members of an event's change that the trail puts into words; others stay in the event. */
const changeSchema = z
  .object({
    size: z.int(),
    picks: z.array(z.string()),
    skipped: z.int(),
    secondmentId: z.string(),
    outcome: z.enum(spotCheckOutcomes),
    was: z.enum(spotCheckOutcomes),
    absenceId: z.string(),
    note: z.string(),
    reason: z.string(),
  })
  .partial();

type Props = { text: Text; events: readonly Event[]; people: People; isWhole?: boolean };

/** Lines of a spot check's trail: sealed, revealed, what was found of whom, and what was corrected. */
export function SpotCheckTrail({ text, events, people, isWhole }: Props) {
  const line = (event: Event) => eventLine(text, event, people);
  return <EventTable text={text} events={events} line={line} isWhole={isWhole} />;
}

function eventLine(text: Text, event: Event, people: People): string {
  const { facts: change, isWhole } = factsOf(changeSchema, event);
  const words = text.spotCheckPage;
  const { size, picks, skipped, secondmentId, outcome, was, note, reason } = change;
  const said = [
    nameOf(text.eventType, event.type),
    size === undefined ? undefined : `${words.size} ${size}`,
    picks && words.picked({ count: picks.length }),
    skipped ? words.skipped({ count: skipped }) : undefined,
    secondmentId && personName(text, people, secondmentId),
    outcome && [was, outcome].flatMap((each) => (each ? words.outcome[each] : [])).join(" → "),
    change.absenceId && text.eventFact.absence({ no: numberOf(change.absenceId) }),
    note,
    reason && text.eventFact.reason({ reason }),
    isWhole ? undefined : text.eventFact.unread,
  ];
  return said.filter(Boolean).join(" · ");
}
