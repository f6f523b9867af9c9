import type { InboxMessage } from "@dunmiao/store/notification";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { Pager } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { messageDetail, messageSubject, messageTag } from "./messageParts.ts";

type Props = { chrome: Chrome; messages: readonly InboxMessage[]; next: string | undefined };

/** What the workflow told one's role and unit, newest day first. */
export function NotificationPage({ chrome, messages, next }: Props) {
  const { text } = chrome;
  const words = text.notificationPage;
  const role = chrome.person?.role;
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
            { label: words.what, cell: (each) => messageTag(text, each) },
            { label: words.person, kind: "rowHeader", cell: (each) => messageSubject(text, each, role) },
            { label: words.station, cell: (each) => stationOf(each) },
            { label: words.checkpoint, cell: (each) => ("matter" in each ? "" : messageDetail(text, each)) },
            { label: words.due, kind: "date", cell: (each) => ("dueOn" in each ? (each.dueOn ?? "") : "") },
          ]}
        />
      )}
      <Pager text={text} url={chrome.url} next={more} />
    </Layout>
  );
}

/** Where it is: the host station of a term, the unit that leads a pair. */
function stationOf(message: InboxMessage): string {
  if ("matter" in message) return "";
  return "pairId" in message ? message.about.unit : message.about.station;
}
