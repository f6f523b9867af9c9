import { isTurnOf } from "@dunmiao/domain/access";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import { dueOn, nextStep } from "@dunmiao/domain/nextStep";
import { mayTry } from "@dunmiao/domain/permissions";
import { reviewOpenUntil } from "@dunmiao/domain/ruling/rulingOf";
import { mayCorrectReportIn } from "@dunmiao/domain/term/correctReportIn";
import { mayConfirmReportIn } from "@dunmiao/domain/term/reportIn";
import type { Todo } from "@dunmiao/domain/todo";
import { returnedTag, returnedTo } from "../assessment/returned.ts";
import { correctedHeading, correctedLine } from "../officer/correctionLine.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { todoPlace } from "../secondment/todoPlace.ts";
import { todoSubject } from "../secondment/todoSubject.ts";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { provisionalMark, SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { schemeName } from "../ui/schemeName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { earlyEndRows } from "./caseEndings.tsx";
import { chainRows } from "./caseLinks.tsx";

type FactsProps = { text: Text; view: CaseView; cohortName: string };

/** Who, from where, to where, in which post, for which term, under which scheme. */
export function CaseFacts(props: FactsProps) {
  return (
    <div class="dm-columns">
      <SummaryList rows={whoRows(props)} />
      <SummaryList rows={termRows(props)} />
    </div>
  );
}

function whoRows({ text, view: { record } }: FactsProps): SummaryRow[] {
  const { officer, sending, hostBranch, hostStation, post } = record;
  const words = text.secondmentPage;
  const who = [officer.name, officer.serviceNumber, text.sex[officer.sex], text.officerKind[officer.kind]];
  return [
    { label: words.officer, value: who.join(" · ") },
    ...(record.corrected ?? []).map((each) => ({
      label: correctedHeading(text, each),
      value: correctedLine(text, each),
    })),
    { label: words.sending, value: sending.name },
    { label: words.host, value: `${hostBranch.name} · ${hostStation.name}` },
    { label: words.post, value: post },
  ];
}

function termRows({ text, view, cohortName }: FactsProps): SummaryRow[] {
  const { record, scheme } = view;
  const { cohortId, term, endedOn, reportedInOn, nominalFrom } = record;
  const words = text.secondmentPage;
  const range = [
    formatRange(text, term.from, term.to),
    nominalFrom ? words.nominalFrom({ from: nominalFrom }) : "",
    endedOn ? ` · ${words.endedOn} ${endedOn}` : "",
    view.count.provisional ? provisionalMark(text) : "",
  ];
  return [
    { label: words.term, value: range },
    ...earlyEndRows(text, record),
    { label: words.reportedIn, value: reportedInOn ? reportedCell(text, view, reportedInOn) : words.notYet },
    ...chainRows(text, record),
    { label: words.scheme, value: schemeName(text, scheme) },
    { label: words.cohort, value: link(`/secondments?cohort=${encodeURIComponent(cohortId)}`, cohortName) },
  ];
}

/** The day, for HR the way to correct it, and what was corrected. */
function reportedCell(text: Text, { record, ground }: CaseView, on: string) {
  const url = `/secondments/${record.id}/report-in`;
  const words = text.secondmentPage;
  const hasHistory = record.reportInCorrections.length > 0;
  const history = hasHistory ? [" · ", link(`${url}/corrections`, words.correctionsLink)] : [];
  if (!mayCorrectReportIn(ground)) return [on, ...history];
  const correct = <span data-no-print> · {link(url, words.correctReportIn)}</span>;
  return [on, correct, ...history];
}

/** What is next and whose it is: what people have to do, else what the system does next. */
export function NextSteps({ text, view }: { text: Text; view: CaseView }) {
  const words = text.secondmentPage;
  const until = reviewOpenUntil(view.record, view.today);
  const running = until === undefined ? undefined : words.reviewRuns({ until });
  if (view.todos.length === 0)
    return <p class="govuk-body">{running ?? `${words.nothingToDo}${systemNext(text, view)}`}</p>;
  return (
    <>
      {running === undefined ? null : <p class="govuk-body">{running}</p>}
      <DenseTable<Todo>
        text={text}
        caption={words.next}
        isCaptionHidden
        columns={[
          { label: words.what, cell: (todo) => whatCell(text, view, todo) },
          { label: words.whose, cell: ([, whose]) => text.role[whose] },
          { label: words.due, kind: "date", cell: ([, , , due]) => due },
        ]}
        rows={view.todos}
      />
    </>
  );
}

function whatCell(text: Text, view: CaseView, todo: Todo) {
  const [what, whose, , , about, note] = todo;
  const label = [text.todoPage.what[what], todoSubject(text, view, todo)].filter(Boolean).join(" · ");
  const place = placeOf(view, what, about) ?? pageOf(view, [what, whose, about]);
  const shown = place === undefined ? label : link(place, label);
  if (!note?.isReturned) return shown;
  const entry = view.record.assessments.find((each) => each.checkpoint === about && each.by === whose);
  return [shown, " ", returnedTag(text, returnedTo(view.actor, entry) ?? {})];
}

/** Where a todo is done: the page of the absence, a form, or a part of this page. */
function placeOf({ record, actor, ground }: CaseView, what: Todo[0], about: string): string | undefined {
  const url = `/secondments/${record.id}`;
  if (/^a\d+$/.test(about)) return `${url}/absences/${about}`;
  if (what === "warning") return "#warnings";
  if (what === "report-in") return mayConfirmReportIn(ground) ? `${url}/report-in` : undefined;
  if (what !== "class-not-reported" || !mayTry(actor, "record-finding") || !record.reportedInOn)
    return undefined;
  const days = { from: record.term.from, to: addDays(record.reportedInOn, -1) };
  return `${url}/absences/new?${new URLSearchParams(days).toString()}`;
}

/** A page of its own, for whose it is and for who follows all of them; a form is only its filer's. */
function pageOf({ record, actor }: CaseView, [what, whose, about]: [Todo[0], Todo[1], string]) {
  const place = todoPlace(what, about, whose);
  if (place === undefined) return undefined;
  const mayOpen = isTurnOf(actor, whose) || (what !== "file-form" && mayTry(actor, "oversee-todos"));
  return mayOpen ? `/secondments/${record.id}${place}` : undefined;
}

function systemNext(text: Text, { record, scheme, calendar, today }: CaseView): string {
  const due = dueOn(record, { scheme, calendar });
  if (due === undefined) return "";
  const next = nextStep(record, { scheme, calendar }, due);
  if (next.step === "nothing-left") return "";
  const step = text.secondmentPage.step[next.step];
  return ` · ${text.secondmentPage.systemNext({ step, on: laterOf(next.on, today) })}`;
}
