import type { Actor } from "@dunmiao/domain/actor";
import { datesBetween } from "@dunmiao/domain/calendarDate";
import { calendarDay, noticeYearOf, type WorkCalendar, type workingDays } from "@dunmiao/domain/workCalendar";
import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { dayName } from "../ui/dayName.ts";
import { DateField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { formatWeekday } from "../ui/format.ts";
import { halfDayNames } from "../ui/halfDayName.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { noticeInForce } from "../ui/noticeName.ts";
import { provisionalMark } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { HalfDaysOfYear } from "./halfDayParts.tsx";
import { mayLoad, NoticeList, type NoticeRows } from "./noticeList.tsx";

type CalendarProps = {
  chrome: Chrome;
  calendar: WorkCalendar;
  notices: NoticeRows;
  year: number;
  counted: ReturnType<typeof workingDays> | undefined;
  values: Readonly<Record<string, string | undefined>>;
  errors: readonly FieldMessage[];
  actor: Actor | undefined;
};

/** One notice year with its holidays and make-up days, a count of any range, and the notices loaded. */
export function CalendarPage(props: CalendarProps) {
  const { chrome, year, errors, counted } = props;
  const { text } = chrome;
  const { calendarPage: words } = text;
  const field = bindFields({ text, values: props.values, errors });
  return (
    <Layout chrome={chrome} title={words.title} section="calendar" errors={errors}>
      <p class="govuk-body">{words.intro}</p>
      <h2 class="govuk-heading-m" data-no-print={counted ? undefined : true}>
        {words.count}
      </h2>
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
        <p class="govuk-body">
          {words.source} {noticeInForce(text, calendar, { year, id: source })} ·{" "}
          {words.listed({ count: days.length })}
        </p>
      )}
      {days.length > 0 ? <DayTable text={text} days={days} caption={caption} /> : null}
      <HalfDaysOfYear text={text} calendar={calendar} year={year} />
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
          cell: (day) => dayName(text, day) || halfDayNames(text, day.halfDays),
        },
        {
          label: words.source,
          cell: (day) =>
            day.notice === undefined
              ? provisionalSource(text, day)
              : text.common.noticeOf({ year: noticeYearOf(day.date) }),
        },
      ]}
    />
  );
}

/** A holiday that no notice sets is one by regulation. */
function provisionalSource(text: Text, { reason }: ReturnType<typeof calendarDay>) {
  const mark = provisionalMark(text);
  return reason === "holiday" ? [text.calendarPage.byRegulation, " ", mark] : mark;
}
