import type { Event } from "@dunmiao/domain/event";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import { type Facts, readChange } from "@dunmiao/domain/readChange";
import { schemeEvents } from "@dunmiao/domain/scheme/events";
import { factsOf } from "../eventFacts.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { settingNames } from "./settingNames.ts";

type SchemeFacts = Facts<EventOfKind<"scheme">["change"]>;

/** Who drafted, changed and published a version, newest first, with the names of the settings that changed. */
export function SchemeTrail({ text, events }: { text: Text; events: readonly Event[] }) {
  const more = [{ label: text.schemeDraft.changed, cell: (event: Event) => changedSettings(text, event) }];
  return <EventTable text={text} events={events} line={(event) => eventLine(text, event)} more={more} />;
}

function eventLine(text: Text, event: Event): string {
  const { isWhole } = factsOf<SchemeFacts>(schemeEvents, event);
  const act = nameOf(text.eventType, event.type);
  return isWhole ? act : `${act} · ${text.eventFact.unread}`;
}

function changedSettings(text: Text, event: Event): string {
  const { settings = {} } = readChange<SchemeFacts>(schemeEvents, event).facts ?? {};
  const names = settingNames(text);
  const said = Object.keys(settings).map((each) => nameOf(names, each));
  return [...new Set(said)].join(text.common.listMark);
}
