import { isEffective, isPending } from "@dunmiao/domain/absence";
import type { ExplainedDay } from "@dunmiao/domain/count";
import { ruledTerm } from "@dunmiao/domain/rulingOf";
import { noticeYearOf } from "@dunmiao/domain/workCalendar";
import { AbsenceTable } from "../absence/absenceTable.tsx";
import { formatDays } from "../ui/format.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { noticeName } from "../ui/noticeName.ts";
import { officialDates } from "../ui/officialDates.ts";
import { numberOf } from "../ui/ordinal.ts";
import { schemeName } from "../ui/schemeName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { CaseView } from "./caseView.ts";
import { countLine, factsLine, printedBy } from "./printPage.tsx";

type Props = { chrome: Chrome; view: CaseView };

/** The count on one sheet: the days that count and nothing else, the rule, the notices, a line for the officer to sign. */
export function ExplanationPage({ chrome, view }: Props) {
  const { text } = chrome;
  const words = text.explanationPage;
  const { record, count, scheme } = view;
  const { name, serviceNumber } = record.officer;
  const rule = words.rule({ scheme: schemeName(text, scheme), limit: formatDays(count.limitDays) });
  return (
    <Layout
      chrome={chrome}
      title={`${words.title} ${serviceNumber}`}
      section="secondments"
      back={{ href: `/secondments/${record.id}`, label: `${name} ${serviceNumber}` }}
    >
      <article class="official official--sheet">
        <h2>{words.title}</h2>
        <p>{officialDates(text, factsLine(text, view))}</p>
        <p>{officialDates(text, countLine(text, view))}</p>
        {count.pendingDays > 0 ? (
          <p>{text.secondmentPage.printPending({ days: formatDays(count.pendingDays) })}</p>
        ) : null}
        <p>{rule}</p>
        <p>{noticesLine(text, view.days)}</p>
        <div class="dm-beside">
          <Days text={text} days={view.days.filter((day) => day.counted > 0)} />
        </div>
        <Absences text={text} view={view} />
        <p>{words.signed}</p>
        <p>{printedBy(chrome)}</p>
      </article>
    </Layout>
  );
}

/** Each day that counts: half or whole, by which record and class. */
function Days({ text, days }: { text: Text; days: readonly ExplainedDay[] }) {
  const words = text.explanationPage;
  if (days.length === 0) return <p>{words.noDays}</p>;
  const total = days.reduce((sum, day) => sum + day.counted, 0);
  return (
    <DenseTable
      text={text}
      caption={words.days}
      columns={[
        { label: text.secondmentPage.day, kind: "rowHeader", cell: (day) => dayCell(text, day) },
        {
          label: text.secondmentPage.countedDaysColumn,
          kind: "number",
          cell: (day) => formatDays(day.counted),
        },
        { label: text.secondmentPage.dayAbsence, cell: (day) => coversCell(text, day) },
      ]}
      rows={days}
      foot={[text.common.total, formatDays(total), ""]}
    />
  );
}

function dayCell(text: Text, day: ExplainedDay): string {
  const weekdays = text.secondmentPage.weekdayNames.split(" ");
  const weekday = weekdays[(new Date(`${day.date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "";
  const marks = [
    ...(day.reason === "make-up" ? [text.dayReason[day.reason]] : []),
    ...(day.provisional ? [text.common.provisional] : []),
  ];
  return [`${day.date} ${weekday}`, ...marks].join(" ");
}

function coversCell(text: Text, day: ExplainedDay): string {
  return day.covers
    .filter((each) => each.counts)
    .map(({ id, class: name, part }) => {
      const half = part === "full" ? "" : ` ${text.dayPart[part]}`;
      return `${numberOf(id)} ${text.absenceClass[name]}${half}`;
    })
    .join(text.secondmentPage.uncountedJoin);
}

function Absences({ text, view }: { text: Text; view: CaseView }) {
  const standing = view.record.absences.filter((each) => isEffective(each) || isPending(each));
  if (standing.length === 0) return null;
  return (
    <AbsenceTable
      text={text}
      caption={text.secondmentPage.absences}
      listed={(each) => isEffective(each) || isPending(each)}
      counted={ruledTerm(view.record)}
      rules={view}
      more={[]}
    />
  );
}

/** The notices that say which days of the term are worked, and the years that have none yet. */
function noticesLine(text: Text, days: readonly ExplainedDay[]): string {
  const words = text.explanationPage;
  const sources = days.map(({ date, notice }) =>
    notice === undefined
      ? words.unpublished({ year: noticeYearOf(date) })
      : noticeName(text, { year: noticeYearOf(date), id: notice }),
  );
  return words.notices({ list: [...new Set(sources)].join(text.secondmentPage.uncountedJoin) });
}
