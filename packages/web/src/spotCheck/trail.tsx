import type { Event } from "@dunmiao/domain/event";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import type { FactName, Facts } from "@dunmiao/domain/readChange";
import { spotCheckEvents } from "@dunmiao/domain/spotCheck/events";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { numberOf } from "../ui/ordinal.ts";
import type { Text } from "../ui/text.ts";
import { type People, personName } from "./view.ts";

type CheckFacts = Facts<EventOfKind<"spot-check">["change"]>;
type Fact = FactName<EventOfKind<"spot-check">["change"]>;
type Known<Name extends Fact> = Name;
/** What the page says beside its trail, and `was`, which is said with the outcome; any other fact has its words below. */
type Unsaid = Known<"cohortId" | "on" | "state" | "listHash" | "seedHash" | "seed" | "was">;

type Props = { text: Text; events: readonly Event[]; people: People; isWhole?: boolean };

/** Lines of a spot check's trail: sealed, revealed, what was found of whom, and what was corrected. */
export function SpotCheckTrail({ text, events, people, isWhole }: Props) {
  const line = (event: Event) => eventLine(text, event, people);
  return <EventTable text={text} events={events} line={line} isWhole={isWhole} />;
}

function eventLine(text: Text, event: Event, people: People): string {
  const { facts = {}, isWhole } = factsOf<CheckFacts>(spotCheckEvents, event);
  const said = Object.values(saidOf(text, facts, people));
  const line = [nameOf(text.eventType, event.type), ...said, isWhole ? undefined : text.eventFact.unread];
  return line.filter(Boolean).join(" · ");
}

/** Each fact in its words, in the order of the line. */
function saidOf(
  text: Text,
  { size, picks, skipped, secondmentId, outcome, was, absenceId, note, reason }: CheckFacts,
  people: People,
): Readonly<Record<Exclude<Fact, Unsaid>, string | undefined>> {
  const words = text.spotCheckPage;
  return {
    size: size === undefined ? undefined : `${words.size} ${size}`,
    picks: picks && words.picked({ count: picks.length }),
    skipped: skipped ? words.skipped({ count: skipped }) : undefined,
    secondmentId: secondmentId && personName(text, people, secondmentId),
    outcome: outcome && [was, outcome].flatMap((each) => (each ? words.outcome[each] : [])).join(" → "),
    absenceId: absenceId && text.eventFact.absence({ no: numberOf(absenceId) }),
    note,
    reason: reason && text.eventFact.reason({ reason }),
  };
}
