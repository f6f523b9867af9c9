import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { listNotices } from "@dunmiao/store/notice";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

export type NoticeRows = Awaited<ReturnType<typeof listNotices>>;

/** Whether somebody may load and confirm notices. */
export function mayLoad(actor: Actor | undefined): boolean {
  return mayTry(actor, "load-notice");
}

const statusColours = {
  checked: "yellow",
  confirmed: "blue",
  recounted: "green",
  finished: "green",
} as const;

/** How far a notice is, as a tag. */
export function noticeTag(text: Text, status: keyof typeof statusColours) {
  return tag(text.calendarPage.status[status], statusColours[status]);
}

/** Every notice that was loaded, newest first. */
export function NoticeList({ text, notices }: { text: Text; notices: NoticeRows }) {
  const { calendarPage: words } = text;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.notices}</h2>
      {notices.length === 0 ? (
        <EmptyState title={words.noNotices}>{words.noNoticesHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.notices}
          isCaptionHidden
          rows={notices}
          columns={[
            {
              label: words.year,
              kind: "rowHeader",
              cell: (each) =>
                link(`/calendar/notices/${each.id}`, each.title ?? words.notice({ year: each.year })),
            },
            {
              label: text.common.status,
              cell: (each) => noticeTag(text, each.status),
            },
            { label: words.loadedBy, kind: "date", cell: (each) => each.loadedOn },
          ]}
        />
      )}
    </section>
  );
}
