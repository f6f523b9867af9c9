import type { ExplainedDay } from "@dunmiao/domain/count/explainDays";
import { settingOf } from "@dunmiao/domain/scheme/schemeDefaults";
import { ruledTerm } from "@dunmiao/domain/secondment";
import { noticeYearOf } from "@dunmiao/domain/workCalendar";
import { SheetAbsences } from "../absence/absencesByClass.tsx";
import { shortDisagreements } from "../secondment/afterwards.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { countedMonths } from "../secondment/countedMonths.ts";
import { PrintedCount } from "../secondment/printedCount.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { noticeInForce } from "../ui/noticeName.ts";
import { officialDates } from "../ui/officialDates.ts";
import { PaperHead, paperNumber, recordLine, Signatures } from "../ui/paper.tsx";
import { schemeName } from "../ui/schemeName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { afterwards } from "./printPage.tsx";

type Props = { chrome: Chrome; view: CaseView };

/**
 * The count on one sheet: the days that count and nothing else, the rule, the notices, a place for the officer to sign.
 * Days that follow each other are one entry and many absences a line a class, so that a year of them fits; what still
 * does not goes on overleaf under the same running head, pages numbered.
 */
export function ExplanationPage({ chrome, view }: Props) {
  const { text, bureau } = chrome;
  const words = text.explanationPage;
  const { record, count, scheme } = view;
  const { name, serviceNumber } = record.officer;
  const rule = words.rule({ scheme: schemeName(text, scheme), limit: formatDays(count.limitDays) });
  const after = afterwards(text, view, shortDisagreements);
  return (
    <Layout
      chrome={chrome}
      title={`${words.title} ${serviceNumber}`}
      section="secondments"
      back={{ href: `/secondments/${record.id}`, label: `${name} ${serviceNumber}` }}
    >
      <article class="official official--sheet">
        <div class="dm-running">{`${words.title}　${name} ${serviceNumber}`}</div>
        <div class="dm-running-body">
          <PaperHead chrome={chrome} title={words.title} number={paperNumber(record)} />
          <PrintedCount text={text} view={view} />
          {after.map((line) => (
            <p>{officialDates(text, line)}</p>
          ))}
          <p>{rule}</p>
          {settingOf(scheme, "groupHalfDays") === "off" ? <p>{text.groupHalfDay.excluded}</p> : null}
          <p>{noticesLine(text, view) + recordLine(text, record)}</p>
          <Months text={text} days={view.days} />
          <SheetAbsences
            text={text}
            caption={text.secondmentPage.absences}
            counted={ruledTerm(record)}
            rules={view}
          />
          <Signatures chrome={chrome} signers={["officer", "preparedBy"]} sealOf={bureau} />
        </div>
      </article>
    </Layout>
  );
}

/** The days that count by month, and their sum: the headline. */
function Months({ text, days }: { text: Text; days: readonly ExplainedDay[] }) {
  const words = text.explanationPage;
  const rows = countedMonths(text, days);
  if (rows.length === 0) return <p>{words.noDays}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.days}
      columns={[
        { label: words.month, kind: "rowHeader", cell: ({ month }) => month },
        { label: words.dates, cell: (each) => each.days },
        { label: words.monthDays, kind: "number", cell: (each) => formatDays(each.countedDays) },
      ]}
      rows={rows}
      foot={[text.common.total, "", formatDays(rows.reduce((sum, each) => sum + each.countedDays, 0))]}
    />
  );
}

/** The notices that say which days of the term are worked, and the years that have none yet. */
function noticesLine(text: Text, { days, calendar }: CaseView): string {
  const words = text.explanationPage;
  const sources = days.map(({ date, notice }) =>
    notice === undefined
      ? words.unpublished({ year: noticeYearOf(date) })
      : noticeInForce(text, calendar, { year: noticeYearOf(date), id: notice }),
  );
  return words.notices({ list: [...new Set(sources)].join(text.secondmentPage.uncountedJoin) });
}
