import { isEffective } from "@dunmiao/domain/absence";
import type { ExplainedDay } from "@dunmiao/domain/explainDays";
import { halfDayName } from "../ui/halfDayName.ts";
import type { Text } from "../ui/text.ts";

/** The days of a month that count, in words, and their sum in working days. */
export type CountedMonth = { month: string; days: string; countedDays: number };

/** The days that count, one line a month: which of them, which half, and what is unusual about them. */
export function countedMonths(text: Text, days: readonly ExplainedDay[]): CountedMonth[] {
  const months = Map.groupBy(
    days.filter((day) => day.counted > 0),
    ({ date }) => date.slice(0, 7),
  );
  return [...months].map(([key, counted]) => {
    const [year = "", month = ""] = key.split("-");
    return {
      month: text.yearCalendar.month({ year, month }),
      days: counted.map((day) => dayOf(text, day)).join(text.common.listMark),
      countedDays: counted.reduce((sum, day) => sum + day.counted, 0),
    };
  });
}

function dayOf(text: Text, day: ExplainedDay): string {
  const words = text.explanationPage;
  const part = day.counted === 1 ? "" : text.dayPart[halfOf(day)];
  const written = words.dayOfMonth({ day: Number(day.date.slice(8)), part });
  const marks = [
    ...(day.halfDayOff ? [halfDayName(text, day.halfDayOff)] : []),
    ...(day.reason === "make-up" ? [text.dayReason[day.reason]] : []),
    ...(day.provisional ? [text.common.provisional] : []),
  ];
  return marks.length === 0
    ? written
    : words.marked({ day: written, marks: marks.join(text.common.listMark) });
}

/** Which half of a day counts, when one does: never the one that the officer has off. */
function halfOf({ covers, halfDayOff }: ExplainedDay): "am" | "pm" {
  if (halfDayOff) return halfDayOff.half === "am" ? "pm" : "am";
  const counting = covers.filter((each) => each.counts && isEffective(each));
  return counting.some(({ part }) => part === "am") ? "am" : "pm";
}
