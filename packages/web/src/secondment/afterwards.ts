import { changedMonths } from "@dunmiao/domain/assessment/monthLedger";
import { proposedReportIn } from "@dunmiao/domain/reportInCorrection";
import { calendarDifference, standingRuling } from "@dunmiao/domain/ruling/ruledCount";
import { formatDays } from "../ui/format.ts";
import type { Text } from "../ui/text.ts";
import type { CaseView } from "./caseView.ts";

/** The days that a closed year was ruled on; undefined while it is open. */
export function ruledLine(text: Text, { record }: CaseView): string | undefined {
  const ruling = standingRuling(record);
  if (!ruling?.decided) return undefined;
  const { countedDays, limitDays, decided } = ruling;
  const figures = { days: formatDays(countedDays), limit: formatDays(limitDays), on: decided.on };
  return text.secondmentPage.ruledOn(figures);
}

/** What is not settled: a correction that waits, a ruling that differs from the calendar in force, months from the ledger. */
export function disagreements(text: Text, view: CaseView): string[] {
  return [...unsettled(text, view), ...monthLines(text, view)];
}

/** The same where room is short: all months that differ from the ledger in one sentence. */
export function shortDisagreements(text: Text, view: CaseView): string[] {
  const months = changedMonths(view.record, view).map(({ month: key }) => {
    const [year = "", month = ""] = key.split("-");
    return text.yearCalendar.month({ year, month });
  });
  const changed = text.explanationPage.monthsChanged({ months: months.join(text.common.listMark) });
  return [...unsettled(text, view), ...(months.length > 0 ? [changed] : [])];
}

function monthLines(text: Text, view: CaseView): string[] {
  return changedMonths(view.record, view).map(({ month, confirmedDays, ledgerDays }) =>
    text.secondmentPage.monthChanged({
      month,
      confirmed: formatDays(confirmedDays),
      now: formatDays(ledgerDays),
    }),
  );
}

function unsettled(text: Text, { record, scheme, calendar }: CaseView): string[] {
  const words = text.secondmentPage;
  const differs = calendarDifference(record, { scheme, calendar });
  const waiting = proposedReportIn(record);
  return [
    ...(waiting ? [words.correctionWaits({ ...waiting, days: formatDays(waiting.loweredDays) })] : []),
    ...(differs
      ? [
          words.calendarDiffers({
            ruled: formatDays(differs.ruledDays),
            now: formatDays(differs.nowDays),
            limit: formatDays(differs.ruling.limitDays),
          }),
        ]
      : []),
  ];
}
