import { verdictOf } from "@dunmiao/domain/count/count";
import type { Digest } from "@dunmiao/domain/digest";
import type { Scheme } from "@dunmiao/domain/scheme";
import { formatDays, formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { nameOf } from "../ui/nameOf.ts";
import { DenseTable } from "../ui/table.ts";
import { verdictTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { absencesText } from "./absencesText.ts";
import { behindText } from "./behindText.ts";

type Props = { text: Text; people: readonly Digest[]; scheme: Scheme };

/** What the timeline shows, in words. */
export function TimelineTable({ text, people, scheme }: Props) {
  const words = text.overviewPage;
  return (
    <DenseTable
      text={text}
      caption={words.timelineTable}
      isCaptionHidden
      rows={people}
      columns={[
        {
          label: words.person,
          kind: "rowHeader",
          cell: ({ id, name, number }) => link(`/secondments/${id}`, `${name} ${number}`),
        },
        { label: words.station, cell: ({ station }) => station[1] },
        { label: words.term, kind: "date", cell: ({ from, to }) => formatRange(text, from, to) },
        { label: text.common.status, cell: ({ status }) => nameOf(text.status, status) },
        {
          label: words.daysOfLimit,
          kind: "number",
          cell: (each) => daysOf(text, each),
        },
        { label: words.checkpointsDone, kind: "number", cell: (each) => done(text, each) },
        { label: words.behind, cell: (each) => behindText(text, each.checkpoints, scheme) },
        { label: words.absences, cell: (each) => absencesText(text, each.absences) },
      ]}
    />
  );
}

/** What counts against the limit, and what waits: never calm where everything pending would exceed. */
function daysOf(text: Text, { counted, pending = 0, limit }: Digest) {
  const days = `${formatDays(counted)} / ${formatDays(limit)}`;
  if (pending === 0) return days;
  const waits = text.gauge.pending({ pending: formatDays(pending) });
  const [now, then] = [verdictOf(counted, limit), verdictOf(counted + pending, limit)];
  return now === then ? [days, " · ", waits] : [days, " · ", waits, " ", verdictTag(text, now, then)];
}

function done(text: Text, { checkpoints }: Digest): string {
  const needed = checkpoints.filter(([, , state]) => state !== "dropped");
  const isDone = needed.filter(([, , state]) => state === "done");
  return text.overviewPage.checkpointsOf({ done: isDone.length, all: needed.length });
}
