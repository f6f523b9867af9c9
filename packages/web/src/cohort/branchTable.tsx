import { raw } from "hono/html";
import { formatDays, formatNumber } from "../ui/format.ts";
import { miniBar } from "../ui/gauge.tsx";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { BranchFigures } from "./figures.ts";
import { peopleHref } from "./people.ts";

type Props = {
  text: Text;
  cohortId: string;
  branches: readonly BranchFigures[];
  limitDays: number;
  warnAtDays: readonly number[];
};

/** A bar a district: the person with the most days there against the limit, beside people and average. */
export function BranchTable({ text, cohortId, branches, limitDays, warnAtDays }: Props) {
  const words = text.cohortPage;
  const bar = ({ mostDays: countedDays, mostPending: pendingDays }: BranchFigures) =>
    miniBar({ countedDays, pendingDays, limitDays, warnAtDays });
  return (
    <DenseTable
      text={text}
      caption={words.daysByBranch}
      rows={branches}
      columns={[
        {
          label: words.branch,
          kind: "rowHeader",
          cell: (each) => link(peopleHref(cohortId, { district: each.code }), each.name),
        },
        { label: words.peopleColumn, kind: "number", cell: (each) => formatNumber(each.people) },
        { label: words.womenColumn, kind: "number", cell: (each) => formatNumber(each.women) },
        {
          label: words.averageDays,
          kind: "number",
          cell: (each) => formatDays(Math.round(each.averageDays * 10) / 10),
        },
        {
          label: words.mostDays,
          kind: "number",
          cell: (each) => raw(`${formatDays(each.mostDays)} ${bar(each)}`),
        },
        { label: words.atLimit, kind: "number", cell: (each) => formatNumber(each.atLimitOrAbove) },
        {
          label: text.risk["would-exceed"],
          kind: "number",
          cell: ({ code, wouldExceed }) =>
            wouldExceed === 0
              ? formatNumber(wouldExceed)
              : link(
                  peopleHref(cohortId, { district: code, risk: "would-exceed" }),
                  formatNumber(wouldExceed),
                ),
        },
      ]}
    />
  );
}
