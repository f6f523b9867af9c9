import { calendarIdOf } from "@dunmiao/domain/notice";
import { standingRuling } from "@dunmiao/domain/ruling/ruledCount";
import { disagreements } from "../secondment/afterwards.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { notReportedLine } from "../secondment/printedCount.tsx";
import { flagReason } from "../todo/flags.ts";
import { formatDays, formatInstant } from "../ui/format.ts";
import { noticeInForce } from "../ui/noticeName.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

/** What must be known before anything else: over the limit, alarm, unexplained days, unfinished work, provisional days. */
export function CaseNotices({ text, view }: { text: Text; view: CaseView }) {
  const said = noticesOf(text, view);
  if (said.length === 0) return null;
  return (
    <NotificationBanner text={text} kind="important" title={text.secondmentPage.flags}>
      {said.map((sentence, index) => (
        <>
          {index > 0 ? <br /> : null}
          {sentence}
        </>
      ))}
    </NotificationBanner>
  );
}

/** The notice that a count rests on, as papers cite it. */
function noticeById(text: Text, { calendar }: CaseView, id: string): string {
  const [year, inForce] = [...calendar.noticeOfYear].find(([, each]) => each === calendarIdOf(id)) ?? [];
  return year === undefined || inForce === undefined
    ? text.secondmentPage.replacedNotice
    : noticeInForce(text, calendar, { year, id: inForce });
}

function noticesOf(text: Text, view: CaseView): string[] {
  const { count, alarm, flag, record } = view;
  const words = text.secondmentPage;
  const { recounted } = record;
  return [
    flag && words.flagged({ why: flagReason(text, flag.code), since: formatInstant(flag.since) }),
    ...disagreements(text, view),
    count.verdict === "exceeded" ? (standingRuling(record) ? words.overRuled : words.over) : undefined,
    count.verdict === "at-limit" ? words.atLimit : undefined,
    alarm && words.alarm({ on: alarm.on, consecutive: alarm.consecutiveDays, year: alarm.calendarYearDays }),
    notReportedLine(text, view),
    count.outsideDays > 0 ? words.outside({ days: formatDays(count.outsideDays) }) : undefined,
    recounted &&
      words.recounted({
        on: recounted.on,
        before: formatDays(recounted.countedDaysBefore),
        notice: noticeById(text, view, recounted.noticeId),
      }),
    count.provisional ? text.common.provisionalHint : undefined,
  ].filter((sentence) => sentence !== undefined);
}
