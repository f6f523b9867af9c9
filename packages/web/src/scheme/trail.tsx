import type { Event } from "@dunmiao/domain/event";
import * as z from "zod";
import { EventTable } from "../ui/eventTable.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";

const changedSchema = z.object({ settings: z.record(z.string(), z.unknown()) });

/** Who drafted, changed and published a version, newest first, with the names of the settings that changed. */
export function SchemeTrail({ text, events }: { text: Text; events: readonly Event[] }) {
  const more = [{ label: text.schemeDraft.changed, cell: changedSettings }];
  const line = ({ type }: Event) => nameOf(text.eventType, type);
  return <EventTable text={text} events={events} line={line} more={more} />;
}

/** By their names in the record: `limitDays, checkpoints`. */
function changedSettings({ change }: Event): string {
  const changed = changedSchema.safeParse(change);
  return changed.success ? Object.keys(changed.data.settings).join(", ") : "";
}
