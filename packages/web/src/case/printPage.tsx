import { isEffective, isPending } from "@dunmiao/domain/absence";
import { ruledTerm } from "@dunmiao/domain/secondment";
import { AbsenceTable } from "../absence/absenceTable.tsx";
import { stateOnPaper } from "../absence/openOnAbsence.ts";
import { correctedNotes } from "../officer/correctionLine.ts";
import { disagreements, ruledLine } from "../secondment/afterwards.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { PrintedCount } from "../secondment/printedCount.tsx";
import { calendarName } from "../ui/calendarName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { officialDates } from "../ui/officialDates.ts";
import { PaperHead, paperNumber, recordLine, Signatures } from "../ui/paper.tsx";
import { personLabel } from "../ui/personNow.ts";
import type { Text } from "../ui/text.ts";

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
        label: personLabel(record),
      }}
    >
      <article class="official">
        <PaperHead chrome={chrome} title={words.printTitle} number={paperNumber(record)} />
        <PrintedCount text={text} view={view} />
        {afterwards(text, view).map((line) => (
          <p>{officialDates(text, line)}</p>
        ))}
        {record.absences.length > 0 ? <PrintedAbsences text={text} view={view} /> : <p>{words.noAbsences}</p>}
        <p>{words.printVersion(version)}</p>
        <p>{recordLine(text, record)}</p>
        <Signatures chrome={chrome} signers={["preparedBy", "checkedBy"]} sealOf={chrome.bureau} />
      </article>
    </Layout>
  );
}

/** What of the facts was corrected since, what was ruled on, and what no longer agrees with it. */
export function afterwards(text: Text, view: CaseView, open = disagreements): string[] {
  const ruled = ruledLine(text, view);
  return [...correctedNotes(text, view), ...(ruled ? [ruled] : []), ...open(text, view)];
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
      more={[{ label: words.state, cell: (each) => stateOnPaper(text, each) }]}
    />
  );
}
