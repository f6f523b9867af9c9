import type { Absence } from "@dunmiao/domain/absence";
import { type AbsenceShare, absenceShares } from "@dunmiao/domain/absence/absenceShares";
import type { Whose } from "@dunmiao/domain/count/workingHalf";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Child } from "hono/jsx";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { halfDayName } from "../ui/halfDayName.ts";
import { numberOf } from "../ui/ordinal.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** The span that is counted: a term, or one month of it. */
export type Counted = Pick<Secondment, "term" | "endedOn" | "absences"> & Whose;
/** By which the working days are found and which of them count. */
export type CountRules = { scheme: Scheme; calendar: WorkCalendar };
type TableProps = {
  text: Text;
  caption: string;
  isCaptionHidden?: boolean | undefined;
  /** Which absences are listed; what is left out must count nothing. */
  listed: (absence: Absence) => boolean;
  counted: Counted;
  rules: CountRules;
  idCell?: ((absence: Absence) => Child) | undefined;
  more: readonly Column<Absence>[];
  hasAnchors?: boolean | undefined;
};
type Row = { absence: Absence; share: AbsenceShare };

/**
 * Absences with their working days, the days of them that count, why the two differ, and a last row with the sums: that
 * of the counted days is the count itself. Every page and print that lists absences lists them so.
 */
export function AbsenceTable(props: TableProps) {
  const { text, counted, rules, listed, more } = props;
  const words = text.secondmentPage;
  const shares = absenceShares(counted, rules);
  const rows = counted.absences.flatMap((absence, at): Row[] => {
    const share = shares[at];
    return share && listed(absence) ? [{ absence, share }] : [];
  });
  const columns: Column<Row>[] = [
    {
      label: words.absence,
      kind: "rowHeader",
      cell: ({ absence }) => props.idCell?.(absence) ?? numberOf(absence.id),
    },
    { label: words.class, cell: ({ absence }) => text.absenceClass[absence.class] },
    { label: words.dates, kind: "date", cell: ({ absence }) => formatHalfRange(text, absence) },
    { label: words.absenceDays, kind: "number", cell: ({ share }) => formatDays(share.workingDays) },
    { label: words.countedDaysColumn, kind: "number", cell: ({ share }) => formatDays(share.countedDays) },
    { label: words.whyUncounted, cell: ({ share }) => whyUncounted(text, share) },
    ...more.map((column) => ({ ...column, cell: ({ absence }: Row) => column.cell(absence) })),
  ];
  const sum = (days: (share: AbsenceShare) => number) =>
    formatDays(rows.reduce((total, { share }) => total + days(share), 0));
  return (
    <DenseTable
      text={text}
      caption={props.caption}
      isCaptionHidden={props.isCaptionHidden}
      columns={columns}
      rows={rows}
      rowId={props.hasAnchors ? ({ absence }) => `absence-${absence.id}` : undefined}
      foot={[
        text.common.total,
        "",
        "",
        sum((share) => share.workingDays),
        sum((share) => share.countedDays),
        "",
        ...more.map(() => ""),
      ]}
    />
  );
}

/**
 * Why working days of an absence do not count, each reason with its days: `该类别不计入 6 天`; and which half days of it
 * are no working ones for this officer.
 */
export function whyUncounted(
  text: Text,
  { uncounted, halfDaysOff = [] }: Pick<AbsenceShare, "uncounted" | "halfDaysOff">,
): string {
  const { uncountedDays, uncountedRule, uncountedJoin } = text.secondmentPage;
  return [
    ...uncounted.map(({ rule, days }) =>
      uncountedDays({ rule: uncountedRule[rule], days: formatDays(days) }),
    ),
    ...halfDaysOff.map((each) => text.groupHalfDay.day({ date: each.date, what: halfDayName(text, each) })),
  ].join(uncountedJoin);
}
