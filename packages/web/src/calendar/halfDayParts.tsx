import type { GroupHalfDay } from "@dunmiao/domain/count/groupHalfDay";
import { halfDaysByRegulation } from "@dunmiao/domain/count/groupHalfDay";
import type { Notice } from "@dunmiao/domain/notice";
import { calendarDay, groupHalfDaysOf, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { formatWeekday } from "../ui/format.ts";
import { halfDayName } from "../ui/halfDayName.ts";
import { provisionalMark } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** The half days of groups in one year: who, when, by what, and whether the day is a working day at all. */
export function HalfDaysOfYear(props: { text: Text; calendar: WorkCalendar; year: number }) {
  const { text, calendar, year } = props;
  const { calendarPage: page, groupHalfDay: words } = text;
  const rows = groupHalfDaysOf(calendar, year);
  const isPublished = calendar.noticeOfYear.has(year);
  const source = calendar.halfDays.has(year) ? text.common.noticeOf({ year }) : page.byRegulation;
  return (
    <>
      <h3 class="govuk-heading-s">{words.title}</h3>
      <p class="govuk-body">{words.intro}</p>
      {rows.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      <DenseTable
        text={text}
        caption={`${words.title} ${year}`}
        isCaptionHidden
        rows={rows}
        columns={[
          { label: page.date, kind: "date", cell: ({ date }) => date },
          { label: page.weekday, cell: ({ date }) => formatWeekday(text, date) },
          { label: words.group, cell: (each) => halfDayName(text, each) },
          {
            label: words.effect,
            cell: ({ date }) => (calendarDay(calendar, date).working ? words.onWorkingDay : words.onDayOff),
          },
          { label: page.source, cell: () => (isPublished ? source : [source, " ", provisionalMark(text)]) },
        ]}
      />
    </>
  );
}

/** The half days that a notice would bring, and those of now where they differ. */
export function noticeHalfDays(text: Text, notice: Pick<Notice, "year" | "halfDays" | "halfDaysBefore">) {
  const { groupHalfDay: words } = text;
  const stated = notice.halfDays;
  const becomes = listed(text, stated ?? halfDaysByRegulation(notice.year));
  const said = stated ? becomes : words.byRegulation({ list: becomes });
  const was = notice.halfDaysBefore && listed(text, notice.halfDaysBefore);
  return was === undefined || was === becomes ? said : [said, <br />, words.was({ list: was })];
}

function listed(text: Text, halfDays: readonly GroupHalfDay[]): string {
  const { groupHalfDay: words } = text;
  if (halfDays.length === 0) return words.none;
  return halfDays
    .map((each) => words.day({ date: each.date, what: halfDayName(text, each) }))
    .join(text.common.listMark);
}
