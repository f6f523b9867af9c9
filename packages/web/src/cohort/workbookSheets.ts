import { absenceShares } from "@dunmiao/domain/absence/absenceShares";
import { comparisonOf, districtDays } from "@dunmiao/domain/cohort/districtDays";
import { shownCount } from "@dunmiao/domain/ruling/ruledCount";
import { lastDayServed, ruledTerm } from "@dunmiao/domain/secondment";
import { whyUncounted } from "../absence/absenceTable.tsx";
import type { SheetCell, SheetOf } from "../sheet/workbook.ts";
import { checkpointName } from "../ui/checkpointName.ts";
import { formatHalfRange } from "../ui/format.ts";
import { madeUnder, personNow } from "../ui/personNow.ts";
import { verdictWords } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import type { CohortTerms } from "./workbookLoad.ts";

type About = { text: Text; bureau: string; today: string };
type Column<Row> = readonly [heading: string, cell: (row: Row) => SheetCell];

/** The sheets of a cohort's workbook: people, absences, checkpoints, districts. Every sum is the sum of the rows above it. */
export function cohortSheets(read: CohortTerms, about: About): SheetOf[] {
  return [
    peopleSheet(read, about),
    absencesSheet(read, about),
    checkpointsSheet(read, about),
    districtsSheet(read, about),
  ];
}

function peopleSheet({ cohort, terms, calendar }: CohortTerms, { text, bureau, today }: About): SheetOf {
  const words = text.cohortWorkbook;
  const list = text.secondmentList;
  const rows = terms.map(({ record, scheme }) => ({
    record,
    now: personNow(record),
    count: shownCount(record, { scheme, calendar }, today),
  }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    [list.number, ({ now }) => now.serviceNumber],
    [list.name, ({ now }) => now.name],
    [list.sex, ({ now }) => text.sex[now.sex]],
    [list.bornColumn, ({ now }) => now.birthMonth],
    [list.sending, ({ record }) => record.sending.name],
    [list.district, ({ record }) => record.hostBranch.name],
    [words.station, ({ record }) => record.hostStation.name],
    [text.secondmentPage.post, ({ record }) => record.post],
    [list.term, ({ record }) => record.term.from],
    [list.termTo, ({ record }) => lastDayServed(record)],
    [text.secondmentPage.reportedIn, ({ record }) => record.reportedInOn ?? null],
    [list.status, ({ record }) => text.status[record.status]],
    [list.used, ({ count }) => count.countedDays],
    [list.pending, ({ count }) => count.pendingDays],
    [list.limit, ({ count }) => count.limitDays],
    [words.remaining, ({ count }) => count.remainingDays],
    [words.verdict, ({ count }) => verdictWords(text, count.verdict, count.verdictWithPending)],
    [words.verdictWithPending, ({ count }) => text.verdict[count.verdictWithPending]],
    [list.provisional, ({ count }) => (count.countsProvisionalDays ? list.yesProvisional : null)],
    [text.officerPage.madeUnderColumn, ({ record }) => madeUnder(text, record) || null],
  ];
  const name = words.people;
  return { ...sheetOf(columns, rows, [12, 13]), name, above: above(text, { cohort, bureau, today, name }) };
}

function absencesSheet({ cohort, terms, calendar }: CohortTerms, { text, bureau, today }: About): SheetOf {
  const words = text.cohortWorkbook;
  const page = text.secondmentPage;
  const rows = terms.flatMap(({ record, scheme }) => {
    const shares = absenceShares(ruledTerm(record), { scheme, calendar });
    return record.absences.flatMap((absence) => {
      const share = shares.find(({ id }) => id === absence.id);
      return share ? [{ record, absence, share }] : [];
    });
  });
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    ...personColumns<Row>(text),
    [page.class, ({ absence }) => text.absenceClass[absence.class]],
    [page.dates, ({ absence }) => formatHalfRange(text, absence)],
    [page.absenceDays, ({ share }) => share.workingDays],
    [page.countedDaysColumn, ({ share }) => share.countedDays],
    [page.whyUncounted, ({ share }) => whyUncounted(text, share) || null],
    [page.state, ({ absence }) => text.absenceState[absence.state]],
  ];
  const name = words.absences;
  return { ...sheetOf(columns, rows, [6, 7]), name, above: above(text, { cohort, bureau, today, name }) };
}

function checkpointsSheet({ cohort, terms }: CohortTerms, { text, bureau, today }: About): SheetOf {
  const words = text.cohortWorkbook;
  const rows = terms.flatMap(({ record, scheme }) =>
    record.checkpoints.map((checkpoint) => ({ record, scheme, checkpoint })),
  );
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    ...personColumns<Row>(text),
    [words.checkpoint, ({ scheme, checkpoint }) => checkpointName(text, scheme, checkpoint.key)],
    [words.dueOn, ({ checkpoint }) => checkpoint.dueOn],
    [text.secondmentPage.state, ({ checkpoint }) => text.secondmentPage.checkpointState[checkpoint.state]],
    [words.doneOn, ({ checkpoint }) => checkpoint.doneOn ?? null],
  ];
  const name = words.checkpoints;
  return { ...sheetOf(columns, rows, []), name, above: above(text, { cohort, bureau, today, name }) };
}

function districtsSheet({ cohort, now, last }: CohortTerms, { text, bureau, today }: About): SheetOf {
  const words = text.cohortWorkbook;
  const before = last?.terms ?? [];
  const districts = districtDays(now, before);
  const line = (each: ReturnType<typeof comparisonOf>): SheetCell[] => {
    const { medianDays = null, lastMedianDays = null } = each;
    const change = medianDays === null || lastMedianDays === null ? null : medianDays - lastMedianDays;
    return [each.people, medianDays, each.lastPeople, lastMedianDays, change];
  };
  const name = words.districts;
  const told = last
    ? words.comparedWith({ cohort: last.cohort.name, today, until: last.until })
    : words.noCohortBefore;
  const lines = above(text, { cohort, bureau, today, name });
  const first = lines.length + 3;
  const ends = first + Math.max(districts.length, 1) - 1;
  const span = (column: string) => `'${name}'!$${column}$${first}:$${column}$${ends}`;
  const series = (label: string, column: string) => ({
    name: label,
    values: span(column),
    categories: span("A"),
  });
  return {
    name,
    above: [...lines, told],
    headings: [
      text.cohortPage.branch,
      words.peopleNow,
      words.medianNow,
      words.peopleLast,
      words.medianLast,
      words.change,
    ],
    rows: [
      ...districts.map((each) => [each.name, ...line(each)]),
      [words.everybody, ...line(comparisonOf(now, before))],
    ],
    charts: [
      {
        type: "column",
        title: words.chart,
        series: [series(words.medianNow, "C"), ...(last ? [series(words.medianLast, "E")] : [])],
        anchor: { from: { row: ends + 2, col: 0 }, to: { row: ends + 22, col: 6 } },
      },
    ],
  };
}

function personColumns<Row extends { record: CohortTerms["terms"][number]["record"] }>(
  text: Text,
): Column<Row>[] {
  const list = text.secondmentList;
  return [
    [list.number, ({ record }) => personNow(record).serviceNumber],
    [list.name, ({ record }) => personNow(record).name],
    [list.district, ({ record }) => record.hostBranch.name],
    [text.cohortWorkbook.station, ({ record }) => record.hostStation.name],
  ];
}

/** Headings and rows, and a last row with the sums of the columns that have one. */
function sheetOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  summed: readonly number[],
): Pick<SheetOf, "headings" | "rows"> {
  const cells = rows.map((row) => columns.map(([, cell]) => cell(row)));
  const sum = (at: number) => cells.reduce((total, row) => total + Number(row[at]), 0);
  const foot = columns.map((_, at) => (summed.includes(at) ? sum(at) : null));
  return {
    headings: columns.map(([heading]) => heading),
    rows: summed.length > 0 && rows.length > 0 ? [...cells, foot] : cells,
  };
}

function above(
  text: Text,
  { cohort, bureau, today, name }: Omit<About, "text"> & Pick<CohortTerms, "cohort"> & { name: string },
): string[] {
  return [`${cohort.name} · ${name}`, `${bureau} · ${text.sheet.asOf({ today })} · ${text.sheet.everything}`];
}
