import type { Actor } from "@dunmiao/domain/actor";
import { datesBetween } from "@dunmiao/domain/calendarDate";
import type { Notice } from "@dunmiao/domain/notice";
import { calendarDay, type WorkCalendar, type workingDays } from "@dunmiao/domain/workCalendar";
import type { listNotices } from "@dunmiao/store/notice";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/errorSummary.tsx";
import { DateField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatWeekday } from "../ui/format.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState, NotificationBanner, ProgressBar, provisionalMark, SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

type Values = Readonly<Record<string, string | undefined>>;
type NoticeRows = Awaited<ReturnType<typeof listNotices>>;
type CalendarProps = {
  chrome: Chrome;
  calendar: WorkCalendar;
  notices: NoticeRows;
  year: number;
  counted: ReturnType<typeof workingDays> | undefined;
  values: Values;
  errors: readonly FieldMessage[];
  actor: Actor | undefined;
};

const mayLoad = (actor: Actor | undefined) => actor?.role === "hr" || actor?.role === "approver";

/** One notice year with its holidays and make-up days, a count of any range, and the notices loaded. */
export function CalendarPage(props: CalendarProps) {
  const { chrome, year, errors, counted } = props;
  const { text } = chrome;
  const { calendarPage: words } = text;
  const field = bindFields({ text, values: props.values, errors });
  return (
    <Layout chrome={chrome} title={words.title} section="calendar" hasErrors={errors.length > 0}>
      <ErrorSummary text={text} errors={errors} />
      <p class="govuk-body">{words.intro}</p>
      <h2 class="govuk-heading-m">{words.count}</h2>
      <form method="get" action="/working-days" class="dm-filters" novalidate>
        <DateField {...field("from")} label={words.from} />
        <DateField {...field("to")} label={words.to} />
        <Button kind="secondary">{words.countButton}</Button>
      </form>
      {counted ? (
        <p class="govuk-body" role="status">
          <strong>
            {words.result({
              natural: counted.naturalDays,
              weekdays: counted.weekdays,
              working: counted.workingDays,
            })}
          </strong>{" "}
          {counted.provisional ? provisionalMark(text) : null}
        </p>
      ) : null}
      {counted ? <DayTable text={text} days={counted.days} caption={words.count} /> : null}
      <YearPart {...props} />
      <NoticeList text={text} notices={props.notices} />
      {mayLoad(props.actor) ? <LinkButton href="/calendar/notices/new">{words.load}</LinkButton> : null}
      <nav class="dm-pager" aria-label={words.year}>
        {link(`/calendar?year=${year - 1}`, `← ${year - 1}`)}{" "}
        {link(`/calendar?year=${year + 1}`, `${year + 1} →`)}
      </nav>
    </Layout>
  );
}

function YearPart({ chrome, calendar, year }: CalendarProps) {
  const { text } = chrome;
  const { calendarPage: words } = text;
  const source = calendar.noticeOfYear.get(year);
  const days = datesBetween(`${year - 1}-12-25`, `${year}-12-24`)
    .map((date) => calendarDay(calendar, date))
    .filter((day) => day.reason === "holiday" || day.reason === "make-up");
  const caption = `${words.holidays} ${year}`;
  return (
    <section>
      <h2 class="govuk-heading-m">{caption}</h2>
      {source === undefined ? (
        <p class="govuk-body">
          {provisionalMark(text)} {words.provisionalYear}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {words.source} {source} · {words.listed({ count: days.length })}
          </p>
          <DayTable text={text} days={days} caption={caption} />
        </>
      )}
    </section>
  );
}

function DayTable(props: { text: Text; days: readonly ReturnType<typeof calendarDay>[]; caption: string }) {
  const { text, days, caption } = props;
  const { calendarPage: words } = text;
  return (
    <DenseTable
      text={text}
      caption={caption}
      isCaptionHidden
      rows={days}
      columns={[
        { label: words.date, kind: "date", cell: (day) => day.date },
        { label: words.weekday, cell: (day) => formatWeekday(text, day.date) },
        { label: words.kind, cell: (day) => text.dayReason[day.reason] },
        {
          label: words.occasion,
          cell: (day) => (text.language === "en" ? day.nameEn || day.name : day.name) ?? "",
        },
        {
          label: words.source,
          cell: (day) => (day.provisional ? provisionalMark(text) : (day.notice ?? "")),
        },
      ]}
    />
  );
}

function NoticeList({ text, notices }: { text: Text; notices: NoticeRows }) {
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
              cell: (each) => tag(words.status[each.status], statusColours[each.status]),
            },
            { label: words.loadedBy, kind: "date", cell: (each) => each.loadedOn },
          ]}
        />
      )}
    </section>
  );
}

const statusColours = {
  checked: "yellow",
  confirmed: "blue",
  recounted: "green",
  finished: "green",
} as const;

/** The form that loads a notice: year, title, one day a line. */
export function NoticeFormPage(props: { chrome: Chrome; values: Values; errors: readonly FieldMessage[] }) {
  const { chrome, errors } = props;
  const { text } = chrome;
  const { calendarPage: words } = text;
  const field = bindFields({ text, values: props.values, errors });
  const back = { href: "/calendar", label: words.title };
  return (
    <Layout
      chrome={chrome}
      title={words.loadTitle}
      section="calendar"
      back={back}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary text={text} errors={errors} />
      <p class="govuk-body">{words.loadIntro}</p>
      <PostForm action="/calendar/notices" idempotencyKey={formKey()}>
        <TextField {...field("year")} label={words.year} inputmode="numeric" width={5} />
        <TextField {...field("title")} label={words.noticeTitle} />
        <TextAreaField {...field("days")} label={words.days} hint={words.daysHint} rows={12} />
        <Button>{words.check}</Button>
      </PostForm>
    </Layout>
  );
}

/** A loaded notice: its differences, who loaded and confirmed it, how far the recount is. */
export function NoticePage({
  chrome,
  notice,
  actor,
}: {
  chrome: Chrome;
  notice: Notice;
  actor: Actor | undefined;
}) {
  const { text } = chrome;
  const { calendarPage: words } = text;
  const isOwn = notice.loadedBy.id === actor?.id;
  return (
    <Layout
      chrome={chrome}
      title={notice.title ?? words.notice({ year: notice.year })}
      section="calendar"
      back={{ href: "/calendar", label: words.title }}
    >
      <SummaryList
        rows={[
          {
            label: text.common.status,
            value: tag(words.status[notice.status], statusColours[notice.status]),
          },
          { label: words.loadedBy, value: `${notice.loadedBy.id} · ${notice.loadedOn}` },
          {
            label: words.confirmedBy,
            value: notice.confirmedBy
              ? `${notice.confirmedBy.id} · ${notice.confirmedOn ?? ""}`
              : text.common.none,
          },
        ]}
      />
      <Recount text={text} notice={notice} />
      <Differences text={text} notice={notice} />
      {notice.status === "checked" && mayLoad(actor) ? (
        <>
          <p class="govuk-body">{words.confirmNote}</p>
          {isOwn ? null : (
            <PostForm action={`/calendar/notices/${notice.id}/confirm`} idempotencyKey={formKey()}>
              <ButtonGroup>
                <Button>{words.confirm}</Button>
              </ButtonGroup>
            </PostForm>
          )}
        </>
      ) : null}
    </Layout>
  );
}

function Recount({ text, notice }: { text: Text; notice: Notice }) {
  const { calendarPage: words } = text;
  if (notice.status === "checked") return null;
  const { seen = 0, changed = 0 } = notice.recounted ?? {};
  const sentence = words.recounted({ seen, changed });
  if (notice.status !== "confirmed")
    return (
      <NotificationBanner text={text} kind="success">
        {sentence}
      </NotificationBanner>
    );
  const live = { url: `/calendar/notices/${notice.id}`, status: notice.status };
  return <ProgressBar text={text} label={sentence} done={changed} total={Math.max(changed, 1)} live={live} />;
}

function Differences({ text, notice }: { text: Text; notice: Notice }) {
  const { calendarPage: words } = text;
  const name = (working: boolean) => (working ? words.working : words.off);
  if (notice.differences.length === 0) return <p class="govuk-body">{words.noDifferences}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.differences({ count: notice.differences.length })}
      rows={notice.differences}
      columns={[
        { label: words.date, kind: "date", cell: (each) => each.date },
        { label: words.weekday, cell: (each) => formatWeekday(text, each.date) },
        { label: words.was, cell: (each) => name(each.wasWorking) },
        { label: words.becomes, cell: (each) => name(each.working) },
        { label: words.occasion, cell: (each) => each.name },
      ]}
    />
  );
}
