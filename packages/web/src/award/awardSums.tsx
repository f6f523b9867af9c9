import type { AwardTable } from "@dunmiao/domain/award/awardTable";
import { formatNumber } from "../ui/format.ts";
import { SummaryList } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

/** Sums under the table, so that each difference has its figure. */
export function Sums({ text, table }: { text: Text; table: AwardTable }) {
  const words = text.awardPage;
  const named =
    table.total === undefined
      ? []
      : [
          { label: words.total2, value: formatNumber(table.total) },
          { label: words.namedSum, value: formatNumber(table.namedSum) },
          { label: words.unexplained, value: String(table.unexplained ?? 0) },
        ];
  const recorded = [
    { label: words.recordedSum, value: formatNumber(table.recorded) },
    { label: words.peopleRecorded, value: formatNumber(table.people) },
  ];
  const compared =
    table.peopleDifference === undefined
      ? []
      : [{ label: words.peopleDifference, value: signed(table.peopleDifference) }];
  return <SummaryList rows={[...named, ...recorded, ...compared]} />;
}

/** A difference with its sign; nothing where there is none to name. */
export function signed(difference: number | undefined): string {
  if (difference === undefined) return "";
  return difference > 0 ? `+${difference}` : String(difference);
}
