import type { Event } from "@dunmiao/domain/event";
import { raw } from "hono/html";
import { formatInstant } from "./format.ts";
import { escapeText } from "./markup.ts";
import { signerName } from "./signerName.ts";
import { type Column, DenseTable } from "./table.ts";
import type { Text } from "./text.ts";

const hashPrefix = 12;

type Props = {
  text: Text;
  events: readonly Event[];
  /** What an event says happened, in one line. */
  line: (event: Event) => string;
  more?: readonly Column<Event>[];
  /** On the page of the trail itself, with every hash in full. */
  isWhole?: boolean | undefined;
};

/** Lines of a trail: number, when, who, what, and the start of the hash that the next line carries on. */
export function EventTable({ text, events, line, more = [], isWhole = false }: Props) {
  const words = text.secondmentPage;
  const columns: Column<Event>[] = [
    { label: "#", kind: "number", cell: (event) => String(event.version) },
    { label: words.when, kind: "date", cell: (event) => whenHtml(event) },
    {
      label: words.who,
      cell: ({ actor }) =>
        isWhole ? `${signerName(text, actor)} (${idsOf(actor)})` : signerName(text, actor),
    },
    { label: words.did, cell: line },
    ...more,
    { label: words.hash, cell: (event) => hashHtml(event, isWhole) },
  ];
  return (
    <DenseTable text={text} caption={words.trail} isCaptionHidden={isWhole} columns={columns} rows={events} />
  );
}

/** The account, and the one that it acted for. */
function idsOf({ id, actsFor }: Event["actor"]): string {
  return [id, actsFor?.id].filter(Boolean).join(" → ");
}

/** The instant; and before it the day that the act belongs to, where a demo clock makes them differ. */
function whenHtml({ on, at }: Event): string {
  const instant = formatInstant(at);
  return instant.startsWith(on) ? instant : `${on} (${instant})`;
}

function hashHtml({ hash }: Event, isWhole: boolean) {
  return raw(`<code>${escapeText(isWhole ? hash : hash.slice(0, hashPrefix))}</code>`);
}
