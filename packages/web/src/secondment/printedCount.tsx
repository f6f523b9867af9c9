import { formatDays, formatRange } from "../ui/format.ts";
import { officialDates } from "../ui/officialDates.ts";
import { schemeName } from "../ui/schemeName.ts";
import type { Text } from "../ui/text.ts";
import type { CaseView } from "./caseView.ts";

type Props = { text: Text; view: CaseView };

/**
 * Facts and count of a case as every printed document says them: the count against the limit, what it would be with
 * everything that waits, what is listed without counting, and whether it rests on a calendar that is not published.
 */
export function PrintedCount({ text, view }: Props) {
  const { count } = view;
  const words = text.secondmentPage;
  const { outsideDays } = count;
  const notReported = notReportedLine(text, view);
  const stop = words.printMarks.end;
  return (
    <>
      <p>{officialDates(text, factsLine(text, view))}</p>
      <p>{officialDates(text, countLine(text, view))}</p>
      {count.pendingDays > 0 ? <p>{pendingLine(text, view)}</p> : null}
      {outsideDays > 0 ? <p>{words.outside({ days: formatDays(outsideDays) }) + stop}</p> : null}
      {notReported === undefined ? null : <p>{notReported + stop}</p>}
      {count.provisional ? (
        <p>{count.countsProvisionalDays ? text.paper.countsProvisional : text.paper.termProvisional}</p>
      ) : null}
    </>
  );
}

/** Days before a report-in that nobody explained, and whether somebody still has to; undefined where there are none. */
export function notReportedLine(text: Text, { count, record }: CaseView): string | undefined {
  if (count.notReportedDays === 0) return undefined;
  const words = text.secondmentPage;
  const say = record.status === "withdrawn" ? words.notReportedWithdrawn : words.notReported;
  return say({ days: formatDays(count.notReportedDays) });
}

/** Who, where, which term and status, in one sentence. */
function factsLine(text: Text, { record, scheme }: CaseView): string {
  const { officer, sending, hostBranch, hostStation, post, term, status, reportedInOn } = record;
  const words = text.secondmentPage;
  const facts = [
    [words.officer, `${officer.name} ${officer.serviceNumber}`],
    [words.sending, sending.name],
    [words.host, `${hostBranch.name} ${hostStation.name}`],
    [words.post, post],
    [words.term, formatRange(text, term.from, term.to)],
    [words.reportedIn, reportedInOn ?? words.notYet],
    [words.state, text.status[status]],
    [words.scheme, schemeName(text, scheme)],
  ];
  const { colon, separator, end } = words.printMarks;
  return facts.map(([label, value]) => `${label}${colon}${value}`).join(separator) + end;
}

/** The count against the limit in one sentence. */
function countLine(text: Text, { record, count }: CaseView): string {
  const words = text.secondmentPage;
  const over = count.countedDays - count.limitDays;
  return words.printCount({
    ...record.term,
    counted: formatDays(count.countedDays),
    limit: formatDays(count.limitDays),
    left:
      over > 0
        ? words.printOver({ days: formatDays(over) })
        : words.printLeft({ days: formatDays(count.remainingDays) }),
  });
}

/** What waits, and on which side of the limit the count would be with it: the rest that is left never stands alone. */
function pendingLine(text: Text, { count }: CaseView): string {
  const total = count.countedDays + count.pendingDays;
  const facts = { days: formatDays(count.pendingDays), total: formatDays(total) };
  return count.verdictWithPending === "exceeded"
    ? text.paper.pendingExceeds({ ...facts, over: formatDays(total - count.limitDays) })
    : text.paper.pendingWithin(facts);
}
