import type { Event } from "@dunmiao/domain/event";
import type { EventIn } from "@dunmiao/domain/eventType";
import { pairEvents } from "@dunmiao/domain/pair/events";
import { itemsOf } from "@dunmiao/domain/pair/tickItem";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Facts } from "@dunmiao/domain/readChange";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { namedKey } from "./focusName.ts";

type Change = EventIn<typeof pairEvents>["change"];
type Props = { text: Text; events: readonly Event[]; scheme: PairScheme };

/** Lines of a pair's trail, each with the facts of its event in words. */
export function PairTrail({ text, events, scheme }: Props) {
  return <EventTable text={text} events={events} line={(event) => eventLine(text, event, scheme)} />;
}

function eventLine(text: Text, event: Event, scheme: PairScheme): string {
  const { facts = {}, isWhole } = factsOf<Facts<Change>>(pairEvents, event);
  const words = text.pairPage;
  const { from, to, on, why, substitute, mentor, status, grade, skill, how, checkpoint, kind, side } = facts;
  const { into, about, of, item } = facts;
  const plan = scheme.checkpoints.find(({ key }) => key === checkpoint?.split(".")[0]);
  const [, month] = checkpoint?.split(".") ?? [];
  const skills = scheme.focuses.flatMap((focus) => focus.skills);
  const said = [
    plan && [plan.name[text.language], month].filter(Boolean).join(" "),
    from && to && text.common.range({ from, to }),
    from && into && `${from} → ${into}`,
    from && !to && !into && words.since({ from }),
    on,
    kind && namedKey(text, kind, [scheme.activityKinds]),
    side && nameOf(words.sides, side),
    why && words.awayBecause[why],
    substitute && words.standsIn({ number: substitute }),
    about && nameOf(text.notificationPage.code, `pair-${about}`),
    of,
    mentor && words.standsIn({ number: mentor }),
    skill && namedKey(text, skill, [skills]),
    item && namedKey(text, item, [itemsOf(scheme)]),
    grade && namedKey(text, grade, [scheme.grades]),
    how && words.how[how],
    status && nameOf(words.status, status),
    facts.reason && text.eventFact.reason({ reason: facts.reason }),
    isWhole ? undefined : text.eventFact.unread,
  ];
  return [nameOf(text.eventType, event.type), ...said].filter(Boolean).join(" · ");
}
