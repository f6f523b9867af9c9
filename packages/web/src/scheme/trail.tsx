import type { Event } from "@dunmiao/domain/event";
import * as z from "zod";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { settingNames } from "./settingNames.ts";

const changedSchema = z.object({ settings: z.record(z.string(), z.unknown()) });

/** Who drafted, changed and published a version, newest first, with the names of the settings that changed. */
export function SchemeTrail({ text, events }: { text: Text; events: readonly Event[] }) {
  const more = [{ label: text.schemeDraft.changed, cell: (event: Event) => changedSettings(text, event) }];
  const line = ({ type }: Event) => nameOf(text.eventType, type);
  return <EventTable text={text} events={events} line={line} more={more} />;
}

function changedSettings(text: Text, { change }: Event): string {
  const changed = changedSchema.safeParse(change);
  if (!changed.success) return "";
  const names = settingNames(text);
  const said = Object.keys(changed.data.settings).map((each) => nameOf(names, each));
  return [...new Set(said)].join(text.common.listMark);
}
