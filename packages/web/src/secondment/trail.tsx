import type { Event } from "@dunmiao/domain/event";
import { raw } from "hono/html";
import { formatInstant } from "../ui/format.ts";
import { escapeText } from "../ui/markup.ts";
import { nameOf } from "../ui/nameOf.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { eventLine } from "./eventLine.ts";

const hashPrefix = 12;

/** Lines of the trail: number, when, who, what, and the start of the hash that the next line carries on. */
export function Trail({
  text,
  events,
  isCaptionHidden,
}: {
  text: Text;
  events: readonly Event[];
  isCaptionHidden?: boolean;
}) {
  const words = text.secondmentPage;
  const columns: Column<Event>[] = [
    { label: "#", kind: "number", cell: (event) => String(event.version) },
    { label: words.when, kind: "date", cell: (event) => whenHtml(event) },
    { label: words.who, cell: (event) => `${event.actor.id} · ${nameOf(text.role, event.actor.role)}` },
    { label: words.did, cell: (event) => eventLine(text, event) },
    {
      label: words.hash,
      cell: (event) =>
        raw(`<code title="${escapeText(event.hash)}">${escapeText(event.hash.slice(0, hashPrefix))}</code>`),
    },
  ];
  return (
    <DenseTable
      text={text}
      caption={words.trail}
      isCaptionHidden={isCaptionHidden}
      columns={columns}
      rows={events}
    />
  );
}

/** The day that the act belongs to, and the instant beside it where the demo clock or a late sweep makes them differ. */
function whenHtml({ on, at }: Event): string {
  const instant = formatInstant(at);
  return instant.startsWith(on) ? instant : `${on}`;
}
