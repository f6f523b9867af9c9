import type { Event } from "@dunmiao/domain/event";
import * as z from "zod";
import { formatInstant } from "../ui/format.ts";
import { nameOf } from "../ui/nameOf.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

const changedSchema = z.object({ settings: z.record(z.string(), z.unknown()) });

/** Who drafted, changed and published a version, newest first, with the names of the settings that changed. */
export function SchemeTrail({ text, events }: { text: Text; events: readonly Event[] }) {
  const { secondmentPage: words, schemeDraft: more } = text;
  return (
    <DenseTable
      text={text}
      caption={words.trail}
      rows={events}
      columns={[
        { label: "#", kind: "number", cell: (event) => String(event.version) },
        { label: words.when, kind: "date", cell: (event) => formatInstant(event.at) },
        {
          label: words.who,
          cell: (event) => `${event.actor.id} · ${nameOf(text.role, event.actor.role)}`,
        },
        { label: words.did, cell: (event) => nameOf(text.eventType, event.type) },
        { label: more.changed, cell: (event) => changedSettings(event) },
        { label: words.hash, cell: (event) => event.hash.slice(0, 12) },
      ]}
    />
  );
}

/** By their names in the record: `limitDays, checkpoints`. */
function changedSettings({ change }: Event): string {
  const changed = changedSchema.safeParse(change);
  return changed.success ? Object.keys(changed.data.settings).join(", ") : "";
}
