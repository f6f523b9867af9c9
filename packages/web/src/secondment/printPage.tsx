import { isEffective, isPending } from "@dunmiao/domain/absence";
import { ruledTerm } from "@dunmiao/domain/rulingOf";
import { AbsenceTable } from "../absence/absenceTable.tsx";
import { correctedNotes } from "../officer/correctionLine.ts";
import { calendarName } from "../ui/calendarName.ts";
import { formatDays, formatRange } from "../ui/format.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { officialDates } from "../ui/officialDates.ts";
import { schemeName } from "../ui/schemeName.ts";
import type { Text } from "../ui/text.ts";
import { disagreements, ruledLine } from "./afterwards.ts";
import type { CaseView } from "./caseView.ts";

type Props = { chrome: Chrome; view: CaseView };

/** The case on A4 in the layout of official documents: facts, count, absences, signatures. */
export function PrintPage({ chrome, view }: Props) {
  const { text } = chrome;
  const { record, calendar } = view;
  const words = text.secondmentPage;
  const title = `${words.printTitle} ${record.officer.serviceNumber}`;
  const version = {
    version: record.version,
    head: record.head.slice(0, 12),
    calendar: calendarName(text, calendar),
  };
  return (
    <Layout
      chrome={chrome}
      title={title}
      section="secondments"
      back={{
        href: `/secondments/${record.id}`,
        label: `${record.officer.name} ${record.officer.serviceNumber}`,
      }}
    >
      <article class="official">
        <h2>{words.printTitle}</h2>
        <p>{officialDates(text, factsLine(text, view))}</p>
        <p>{officialDates(text, countLine(text, view))}</p>
        {view.count.pendingDays > 0 ? (
          <p>{words.printPending({ days: formatDays(view.count.pendingDays) })}</p>
        ) : null}
        {view.count.provisional ? <p>{words.printProvisional}</p> : null}
        {afterwards(text, view).map((line) => (
          <p>{officialDates(text, line)}</p>
        ))}
        {record.absences.length > 0 ? <PrintedAbsences text={text} view={view} /> : <p>{words.noAbsences}</p>}
        <p>{words.printVersion(version)}</p>
        <p>{words.printSigned}</p>
        <p>{printedBy(chrome)}</p>
      </article>
    </Layout>
  );
}

/** What of the facts was corrected since, what was ruled on, and what no longer agrees with it. */
export function afterwards(text: Text, view: CaseView): string[] {
  const ruled = ruledLine(text, view);
  return [...correctedNotes(text, view), ...(ruled ? [ruled] : []), ...disagreements(text, view)];
}

/** Bureau and day of the print. */
export function printedBy({ text, today, bureau }: Chrome): string {
  return officialDates(text, text.secondmentPage.printBy({ date: today, bureau }));
}

/** Who, where, which term and status, in one sentence. */
export function factsLine(text: Text, { record, scheme }: CaseView): string {
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
export function countLine(text: Text, { record, count }: CaseView): string {
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

function PrintedAbsences({ text, view }: { text: Text; view: CaseView }) {
  const words = text.secondmentPage;
  return (
    <AbsenceTable
      text={text}
      caption={words.absences}
      listed={(each) => isEffective(each) || isPending(each)}
      counted={ruledTerm(view.record)}
      rules={view}
      more={[{ label: words.state, cell: (each) => text.absenceState[each.state] }]}
    />
  );
}
