import type { Event } from "@dunmiao/domain/event";
import type { Scheme } from "@dunmiao/domain/scheme";
import { raw } from "hono/html";
import { formatInstant } from "../ui/format.ts";
import { escapeText } from "../ui/markup.ts";
import { nameOf } from "../ui/nameOf.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { eventLine } from "./eventLine.ts";

const hashPrefix = 12;

/** `isWhole`: on the page of the trail itself, with every hash in full. */
type TrailProps = { text: Text; events: readonly Event[]; scheme: Scheme; isWhole?: boolean };

/** Lines of the trail: number, when, who, what, and the start of the hash that the next line carries on. */
export function Trail({ text, events, scheme, isWhole = false }: TrailProps) {
  const words = text.secondmentPage;
  const columns: Column<Event>[] = [
    { label: "#", kind: "number", cell: (event) => String(event.version) },
    { label: words.when, kind: "date", cell: (event) => whenHtml(event) },
    { label: words.who, cell: (event) => `${event.actor.id} · ${nameOf(text.role, event.actor.role)}` },
    { label: words.did, cell: (event) => eventLine(text, event, scheme) },
    {
      label: words.hash,
      cell: (event) => hashHtml(event, isWhole),
    },
  ];
  return (
    <DenseTable text={text} caption={words.trail} isCaptionHidden={isWhole} columns={columns} rows={events} />
  );
}

/** The instant; and before it the day that the act belongs to, where a demo clock makes them differ. */
function whenHtml({ on, at }: Event): string {
  const instant = formatInstant(at);
  return instant.startsWith(on) ? instant : `${on} (${instant})`;
}

function hashHtml({ hash }: Event, isWhole: boolean) {
  return raw(`<code>${escapeText(isWhole ? hash : hash.slice(0, hashPrefix))}</code>`);
}
