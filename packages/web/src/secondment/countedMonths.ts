import { isEffective } from "@dunmiao/domain/absence";
import { addDays } from "@dunmiao/domain/calendarDate";
import type { ExplainedDay } from "@dunmiao/domain/count/explainDays";
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
      days: runsOf(counted)
        .map((run) => runInWords(text, run))
        .join(text.common.listMark),
      countedDays: counted.reduce((sum, day) => sum + day.counted, 0),
    };
  });
}

type Run = { first: ExplainedDay; last: ExplainedDay };

/** Whole days that follow each other and are alike are one entry: a long absence is a few words a month. */
function runsOf(days: readonly ExplainedDay[]): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && continues(run.last, day)) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

function continues(last: ExplainedDay, day: ExplainedDay): boolean {
  return (
    addDays(last.date, 1) === day.date &&
    [last, day].every((each) => each.counted === 1 && each.reason !== "make-up") &&
    last.provisional === day.provisional
  );
}

function runInWords(text: Text, { first, last }: Run): string {
  const words = text.explanationPage;
  const written =
    first === last
      ? dayOf(text, first)
      : words.daysFromTo({ from: dayOf(text, first), to: dayOf(text, last) });
  const marks = marksOf(text, first);
  return marks.length === 0
    ? written
    : words.marked({ day: written, marks: marks.join(text.common.listMark) });
}

function dayOf(text: Text, day: ExplainedDay): string {
  const part = day.counted === 1 ? "" : text.dayPart[halfOf(day)];
  return text.explanationPage.dayOfMonth({ day: Number(day.date.slice(8)), part });
}

function marksOf(text: Text, day: ExplainedDay): string[] {
  return [
    ...(day.halfDayOff ? [halfDayName(text, day.halfDayOff)] : []),
    ...(day.reason === "make-up" ? [text.dayReason[day.reason]] : []),
    ...(day.provisional ? [text.common.provisional] : []),
  ];
}

/** Which half of a day counts, when one does: never the one that the officer has off. */
function halfOf({ covers, halfDayOff }: ExplainedDay): "am" | "pm" {
  if (halfDayOff) return halfDayOff.half === "am" ? "pm" : "am";
  const counting = covers.filter((each) => each.counts && isEffective(each));
  return counting.some(({ part }) => part === "am") ? "am" : "pm";
}
