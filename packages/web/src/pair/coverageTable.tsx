import { hrefOf } from "../overview/query.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { MonthFigures, PairStatistics, UnitFigures } from "./statistics.ts";

const path = "/pairs";
type IsRunning = (month: string) => boolean;
type Props = { text: Text; statistics: PairStatistics; isRunning: IsRunning };

/** Months by units: how many of the pairs that ran had an activity, and the way to those that had none. */
export function Coverage({ text, isRunning, statistics: { units, months } }: Props) {
  const words = text.pairStatistics;
  const cell = (code: string | undefined, { month, pairs, silent }: MonthFigures) => {
    if (pairs === 0) return "";
    const said = words.of({ entered: pairs - silent, pairs });
    const gap = isRunning(month) ? "" : ` ${words.gap({ silent })}`;
    return (
      <span class={`dm-share dm-share--${isRunning(month) ? 0 : shade(silent, pairs)}`}>
        {silent === 0 ? said : link(hrefOf(path, { leads: code, silent: month }), said + gap)}
      </span>
    );
  };
  return (
    <DenseTable
      text={text}
      caption={words.coverage}
      rows={units}
      columns={[
        { label: text.pairWork.unit, kind: "rowHeader", cell: (row) => unitName(text, row) },
        ...months.map(({ month }, at) => ({
          label: monthName(text, month, isRunning),
          kind: "number" as const,
          cell: (row: UnitFigures) => {
            const found = row.months[at];
            return found ? cell(row.code, found) : "";
          },
        })),
      ]}
      foot={[text.pairWork.total, ...months.map((each) => cell(undefined, each))]}
    />
  );
}

/** From 0, where every pair had an activity, to 4, where hardly any had. */
function shade(silent: number, pairs: number): number {
  return Math.ceil((silent / pairs) * 4);
}

/** A month; one that is not over says so. */
export function monthName(text: Text, month: string, isRunning: IsRunning): string {
  return isRunning(month) ? text.pairStatistics.soFar({ month }) : month;
}

/** The name of a unit, or its code where nobody has entered it. */
export function unitName(text: Text, { code, name }: UnitFigures): string {
  return name ?? `${code} ${text.pairWork.noUnit}`;
}
