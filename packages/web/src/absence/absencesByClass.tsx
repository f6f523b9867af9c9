import { type Absence, isEffective, isPending } from "@dunmiao/domain/absence";
import { type AbsenceShare, absenceShares, uncountedRules } from "@dunmiao/domain/absence/absenceShares";
import type { AbsenceClass } from "@dunmiao/domain/absenceClass";
import { formatDays } from "../ui/format.ts";
import { numberOf } from "../ui/ordinal.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { AbsenceTable, type Counted, type CountRules, whyUncounted } from "./absenceTable.tsx";

/** So many absences have a line each on a document of one sheet; with a line for each of a year of months it is full. */
const linesOnSheet = 20;

type Props = { text: Text; caption: string; counted: Counted; rules: CountRules };
type ClassShare = Omit<AbsenceShare, "id"> & { class: AbsenceClass; numbers: string[] };

/**
 * The absences that stand or wait, on a document that has to be one sheet: a line each, or where there are more than
 * fit a line for each class, which says which ones it sums. Either adds up to the count.
 */
export function SheetAbsences({ text, caption, counted, rules }: Props) {
  const isListed = (each: Absence) => isEffective(each) || isPending(each);
  const { length } = counted.absences.filter(isListed);
  if (length === 0) return null;
  if (length <= linesOnSheet)
    return (
      <AbsenceTable
        text={text}
        caption={caption}
        counted={counted}
        rules={rules}
        listed={isListed}
        more={[]}
      />
    );
  const words = text.secondmentPage;
  const rows = sharesByClass(counted, rules, isListed);
  const sum = (days: (row: ClassShare) => number) =>
    formatDays(rows.reduce((total, row) => total + days(row), 0));
  return (
    <DenseTable
      text={text}
      caption={text.explanationPage.byClass({ caption, count: length })}
      columns={[
        { label: words.class, kind: "rowHeader", cell: (row) => text.absenceClass[row.class] },
        { label: words.absence, cell: ({ numbers }) => numbers.join(text.common.listMark) },
        { label: words.absenceDays, kind: "number", cell: (row) => formatDays(row.workingDays) },
        { label: words.countedDaysColumn, kind: "number", cell: (row) => formatDays(row.countedDays) },
        { label: words.whyUncounted, cell: (row) => whyUncounted(text, row) },
      ]}
      rows={rows}
      foot={[text.common.total, "", sum((row) => row.workingDays), sum((row) => row.countedDays), ""]}
    />
  );
}

function sharesByClass(
  counted: Counted,
  rules: CountRules,
  isListed: (absence: Absence) => boolean,
): ClassShare[] {
  const shares = absenceShares(counted, rules);
  const listed = counted.absences.flatMap((absence, at) => {
    const share = shares[at];
    return share && isListed(absence) ? [{ absence, share }] : [];
  });
  return [...Map.groupBy(listed, ({ absence }) => absence.class)].map(([name, each]) => ({
    class: name,
    numbers: each.map(({ absence }) => numberOf(absence.id)),
    workingDays: each.reduce((sum, { share }) => sum + share.workingDays, 0),
    countedDays: each.reduce((sum, { share }) => sum + share.countedDays, 0),
    uncounted: uncountedOf(each.map(({ share }) => share)),
    halfDaysOff: each.flatMap(({ share }) => share.halfDaysOff ?? []),
  }));
}

/** The days of several absences that do not count, once for each reason. */
function uncountedOf(shares: readonly AbsenceShare[]): AbsenceShare["uncounted"] {
  const all = shares.flatMap(({ uncounted }) => uncounted);
  return uncountedRules
    .map((rule) => ({
      rule,
      days: all.reduce((sum, each) => (each.rule === rule ? sum + each.days : sum), 0),
    }))
    .filter(({ days }) => days > 0);
}
