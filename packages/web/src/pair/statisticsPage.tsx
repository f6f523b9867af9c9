import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { hrefOf } from "../overview/query.ts";
import type { Chrome } from "../ui/chrome.ts";
import { ColumnChart } from "../ui/columnChart.tsx";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { Coverage, monthName, unitName } from "./coverageTable.tsx";
import { namedKey } from "./focusName.ts";
import type { PairStatistics, UnitFigures } from "./statistics.ts";

type Shown = { statistics: PairStatistics; schemes: readonly PairScheme[] };
type Props = Shown & { chrome: Chrome };
type PartProps = Shown & { text: Text };
/** A month that is not over has pairs without an activity that lack nothing yet. */
type MonthProps = PartProps & { isRunning: (month: string) => boolean };
const path = "/pairs";

/** Pairs as a whole: by focus and unit, activities and silent months, outcomes; each figure opens its pairs. */
export function PairStatisticsPage({ chrome, ...shown }: Props) {
  const { text, today } = chrome;
  const isRunning = (month: string) => today.startsWith(month);
  return (
    <Layout
      chrome={chrome}
      title={text.pairStatistics.title}
      section="pairs"
      back={{ href: path, label: text.pairPage.title }}
    >
      {shown.statistics.pairs === 0 ? (
        <EmptyState title={text.pairPage.none}>{text.pairPage.noneHint}</EmptyState>
      ) : (
        <>
          <p class="govuk-body">{text.pairStatistics.intro}</p>
          <ByFocus text={text} {...shown} />
          <ByMonth text={text} {...shown} isRunning={isRunning} />
          <Outcomes text={text} {...shown} />
          <Coverage text={text} {...shown} isRunning={isRunning} />
        </>
      )}
    </Layout>
  );
}

function ByFocus({ text, schemes, statistics: { focuses, units, pairs } }: PartProps) {
  const words = text.pairStatistics;
  const name = (focus: string) =>
    namedKey(
      text,
      focus,
      schemes.map((each) => each.focuses),
    );
  return (
    <>
      <ColumnChart
        caption={words.byFocus}
        columns={focuses.map((each) => ({
          label: name(each.focus),
          value: each.pairs,
          href: hrefOf(path, { focus: each.focus, ran: "true" }),
        }))}
      />
      <ColumnChart
        caption={words.ofUnit}
        columns={units.map((row) => ({
          label: unitName(text, row),
          value: row.pairs,
          href: hrefOf(path, { leads: row.code, ran: "true" }),
        }))}
      />
      <DenseTable
        text={text}
        caption={words.byUnit}
        rows={units}
        columns={[
          { label: text.pairWork.unit, kind: "rowHeader", cell: (row) => unitName(text, row) },
          ...focuses.map(({ focus }) => ({
            label: name(focus),
            kind: "number" as const,
            cell: ({ code, byFocus }: UnitFigures) =>
              byFocus[focus] === undefined ? "" : opens({ leads: code, focus, ran: "true" }, byFocus[focus]),
          })),
          {
            label: text.pairWork.total,
            kind: "number",
            cell: (row) => opens({ leads: row.code, ran: "true" }, row.pairs),
          },
        ]}
        foot={[text.pairWork.total, ...focuses.map((each) => formatNumber(each.pairs)), formatNumber(pairs)]}
      />
    </>
  );
}

function ByMonth({ text, isRunning, statistics: { months } }: MonthProps) {
  const words = text.pairStatistics;
  return (
    <>
      <ColumnChart
        caption={words.byMonth}
        columns={months.map(({ month, activities }) => ({
          label: month,
          value: activities,
          href: hrefOf(path, { entered: month }),
        }))}
      />
      <DenseTable
        text={text}
        caption={words.byMonth}
        isCaptionHidden
        rows={months}
        columns={[
          { label: words.month, kind: "rowHeader", cell: ({ month }) => monthName(text, month, isRunning) },
          { label: words.activities, kind: "number", cell: ({ activities }) => formatNumber(activities) },
          {
            label: words.entered,
            kind: "number",
            cell: ({ month, pairs, silent }) => opens({ entered: month }, pairs - silent),
          },
          {
            label: words.silent,
            kind: "number",
            cell: ({ month, silent }) => opens({ silent: month }, silent),
          },
        ]}
      />
    </>
  );
}

function Outcomes({ text, schemes, statistics: { outcomes, grades } }: PartProps) {
  const words = text.pairStatistics;
  return (
    <>
      <ColumnChart
        caption={words.outcomes}
        columns={outcomes.map(({ status, pairs }) => ({
          label: text.pairPage.status[status],
          value: pairs,
          href: hrefOf(path, { state: status, ran: "true" }),
        }))}
      />
      <DenseTable
        text={text}
        caption={words.outcomes}
        isCaptionHidden
        rows={outcomes}
        columns={[
          {
            label: text.common.status,
            kind: "rowHeader",
            cell: ({ status }) => text.pairPage.status[status],
          },
          {
            label: words.pairs,
            kind: "number",
            cell: ({ status, pairs }) => opens({ state: status, ran: "true" }, pairs),
          },
        ]}
      />
      {grades.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.grades}
          rows={grades}
          columns={[
            {
              label: text.pairPage.grade,
              kind: "rowHeader",
              cell: ({ grade }) =>
                namedKey(
                  text,
                  grade,
                  schemes.map((each) => each.grades),
                ),
            },
            { label: words.pairs, kind: "number", cell: ({ grade, pairs }) => opens({ grade }, pairs) },
          ]}
        />
      )}
    </>
  );
}

function opens(query: Readonly<Record<string, string>>, count: number) {
  return link(hrefOf(path, query), formatNumber(count));
}
