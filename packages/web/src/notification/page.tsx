import type { InboxMessage } from "@dunmiao/store/notification";
import { namedCheckpoint } from "../ui/checkpointName.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

const colours: Readonly<Record<InboxMessage["code"], TagColour>> = {
  reminded: "blue",
  late: "yellow",
  escalated: "orange",
  missed: "grey",
  "review-opened": "red",
  "report-in-decided": "blue",
  "notice-waits": "yellow",
  "notice-in-force": "blue",
  "correction-waits": "yellow",
  "correction-decided": "blue",
};

type Props = { chrome: Chrome; messages: readonly InboxMessage[]; next: string | undefined };

/** What the workflow told one's role and unit, newest day first. */
export function NotificationPage({ chrome, messages, next }: Props) {
  const { text } = chrome;
  const words = text.notificationPage;
  const more = next === undefined ? undefined : `/notifications?cursor=${encodeURIComponent(next)}`;
  return (
    <Layout chrome={chrome} title={words.title} section="notifications">
      <p class="govuk-body">{words.intro}</p>
      {messages.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={messages}
          columns={[
            { label: words.on, kind: "date", cell: ({ on }) => on },
            { label: words.what, cell: ({ code }) => tag(words.code[code], colours[code]) },
            { label: words.person, kind: "rowHeader", cell: aboutCell },
            { label: words.station, cell: (each) => ("about" in each ? each.about.station : "") },
            { label: words.checkpoint, cell: (each) => checkpointCell(text, each) },
            { label: words.due, kind: "date", cell: (each) => ("about" in each ? (each.dueOn ?? "") : "") },
          ]}
        />
      )}
      <Pager text={text} next={more} />
    </Layout>
  );
}

const places = { notice: "/calendar/notices", correction: "/officers" } as const;

function aboutCell(message: InboxMessage) {
  if ("matter" in message) {
    const { kind, id, label } = message.matter;
    return link(`${places[kind]}/${encodeURIComponent(id)}`, label);
  }
  const { secondmentId, about } = message;
  return link(`/secondments/${secondmentId}`, `${about.name} ${about.serviceNumber}`);
}

function checkpointCell(text: Text, message: InboxMessage): string {
  if ("matter" in message) return "";
  const { name, checkpoint } = message;
  return name && checkpoint ? namedCheckpoint(text, name, checkpoint) : "";
}
