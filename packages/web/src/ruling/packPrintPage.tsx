import { type Absence, isEffective, isPending } from "@dunmiao/domain/absence";
import { ruledTerm } from "@dunmiao/domain/secondment";
import { AbsenceTable } from "../absence/absenceTable.tsx";
import { stateOnPaper } from "../absence/openOnAbsence.ts";
import { afterwards } from "../case/printPage.tsx";
import { PrintedCount } from "../secondment/printedCount.tsx";
import { checkpointName } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { officialDates } from "../ui/officialDates.ts";
import { numberOf } from "../ui/ordinal.ts";
import { PaperHead, paperNumber, recordLine, Signatures } from "../ui/paper.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { Pack } from "./pack.ts";
import { rulingFacts, statementLine } from "./packParts.tsx";

type Props = { chrome: Chrome; pack: Pack };
type PartProps = { text: Text; pack: Pack };

/** The decision pack on A4 in the layout of official documents. */
export function PackPrintPage({ chrome, pack }: Props) {
  const { text } = chrome;
  const words = text.rulingPage;
  const { record } = pack.view;
  const { name, serviceNumber } = record.officer;
  const part = { text, pack };
  return (
    <Layout
      chrome={chrome}
      title={`${words.printTitle} ${serviceNumber}`}
      section="secondments"
      back={{ href: `/secondments/${record.id}/ruling`, label: `${name} ${serviceNumber}` }}
    >
      <article class="official">
        <PaperHead chrome={chrome} title={words.printTitle} number={paperNumber(record)} />
        <PrintedCount text={text} view={pack.view} />
        {afterwards(text, pack.view).map((line) => (
          <p>{officialDates(text, line)}</p>
        ))}
        <PrintedAbsences {...part} />
        <PrintedCheckpoints {...part} />
        <PrintedForms {...part} />
        <PrintedStatements {...part} />
        <PrintedRulings {...part} />
        <p>{recordLine(text, record)}</p>
        <Signatures chrome={chrome} signers={["preparedBy", "approvedBy"]} sealOf={chrome.bureau} />
      </article>
    </Layout>
  );
}

function PrintedAbsences({ text, pack }: PartProps) {
  const { record } = pack.view;
  const isListed = (each: Absence) => isEffective(each) || isPending(each);
  if (!record.absences.some(isListed)) return <p>{text.secondmentPage.noAbsences}</p>;
  return (
    <AbsenceTable
      text={text}
      caption={text.rulingPage.printAbsences}
      listed={isListed}
      counted={ruledTerm(record)}
      rules={pack.view}
      more={[{ label: text.secondmentPage.state, cell: (each) => stateOnPaper(text, each) }]}
    />
  );
}

function PrintedCheckpoints({ text, pack: { view } }: PartProps) {
  const words = text.secondmentPage;
  return (
    <DenseTable
      text={text}
      caption={text.rulingPage.printCheckpoints}
      columns={[
        { label: words.what, cell: (each) => checkpointName(text, view.scheme, each.key) },
        { label: words.due, kind: "date", cell: (each) => each.dueOn },
        { label: words.state, cell: (each) => words.checkpointState[each.state] },
        { label: words.doneOn, kind: "date", cell: (each) => each.doneOn ?? "" },
      ]}
      rows={view.record.checkpoints}
    />
  );
}

function PrintedForms({ text, pack: { view } }: PartProps) {
  const words = text.rulingPage;
  const { assessments } = view.record;
  if (assessments.length === 0) return <p>{words.noForms}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.forms}
      columns={[
        { label: words.checkpoint, cell: (each) => checkpointName(text, view.scheme, each.checkpoint) },
        { label: words.form, cell: (each) => text.formKind[each.form] },
        { label: words.by, cell: (each) => text.role[each.by] },
        { label: words.state, cell: (each) => text.formState[each.state] },
        { label: words.grade, cell: (each) => (each.grade ? text.grade[each.grade] : "") },
      ]}
      rows={assessments}
    />
  );
}

function PrintedStatements({ text, pack: { statements } }: PartProps) {
  const words = text.rulingPage;
  return (
    <>
      <h3>{words.statements}</h3>
      {statements.length === 0 ? <p>{words.noStatement}</p> : null}
      {statements.map((each) => (
        <>
          <p>{officialDates(text, statementLine(text, each))}</p>
          {each.words?.split("\n").map((line) => (
            <p>{line}</p>
          ))}
        </>
      ))}
    </>
  );
}

function PrintedRulings({ text, pack: { view } }: PartProps) {
  const words = text.rulingPage;
  const { rulings } = view.record;
  const { colon } = text.secondmentPage.printMarks;
  return (
    <>
      <h3>{words.rulings}</h3>
      {rulings.length === 0 ? <p>{words.noRulings}</p> : null}
      {rulings.map((each) => (
        <>
          <p>
            {words.heading({ no: numberOf(each.id), outcome: words.outcome[each.outcome] })}
            {` · ${words.rulingState[each.state]}`}
          </p>
          {rulingFacts(text, each, view).map(({ label, value }) => (
            <p>{`${label}${colon}${value}`}</p>
          ))}
        </>
      ))}
    </>
  );
}
