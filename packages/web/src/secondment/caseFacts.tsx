import { mayDo } from "@dunmiao/domain/access";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import { dueOn, nextStep } from "@dunmiao/domain/nextStep";
import type { Todo } from "@dunmiao/domain/todo";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { provisionalMark, SummaryList } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { CaseView } from "./caseView.ts";
import { mayConfirmReportIn } from "./reportIn.ts";

/** Who, from where, to where, in which post, for which term, under which scheme. */
export function CaseFacts({ text, view, cohortName }: { text: Text; view: CaseView; cohortName: string }) {
  const { record, scheme } = view;
  const { officer, term, endedOn, reportedInOn, nominalFrom } = record;
  const words = text.secondmentPage;
  const named = { name: scheme.name[text.language], version: scheme.version };
  const range = formatRange(text, term.from, term.to);
  return (
    <div class="dm-columns">
      <SummaryList
        rows={[
          {
            label: words.officer,
            value: `${officer.name} · ${officer.serviceNumber} · ${text.sex[officer.sex]} · ${text.officerKind[officer.kind]}`,
          },
          { label: words.sending, value: record.sending.name },
          { label: words.host, value: `${record.hostBranch.name} · ${record.hostStation.name}` },
          { label: words.post, value: record.post },
        ]}
      />
      <SummaryList
        rows={[
          {
            label: words.term,
            value: [
              range,
              nominalFrom ? words.nominalFrom({ from: nominalFrom }) : "",
              endedOn ? ` · ${words.endedOn} ${endedOn}` : "",
              view.count.provisional ? provisionalMark(text) : "",
            ],
          },
          { label: words.reportedIn, value: reportedInOn ?? words.notYet },
          { label: words.scheme, value: words.schemeVersion(named) },
          {
            label: words.cohort,
            value: (
              <a class="govuk-link" href={`/secondments?cohort=${encodeURIComponent(record.cohortId)}`}>
                {cohortName}
              </a>
            ),
          },
        ]}
      />
    </div>
  );
}

/** What is next and whose it is: what people have to do, else what the system does next. */
export function NextSteps({ text, view }: { text: Text; view: CaseView }) {
  const words = text.secondmentPage;
  if (view.todos.length === 0)
    return <p class="govuk-body">{`${words.nothingToDo}${systemNext(text, view)}`}</p>;
  return (
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
  );
}

function whatCell(text: Text, view: CaseView, [what, , , , about]: Todo) {
  const label = [text.taskPage.what[what], about].filter(Boolean).join(" · ");
  const place = placeOf(view, what, about);
  return place === undefined ? label : link(place, label);
}

/** Where a task is done: the page of the absence, a form, or a part of this page. */
function placeOf({ record, actor }: CaseView, what: Todo[0], about: string): string | undefined {
  const url = `/secondments/${record.id}`;
  if (/^a\d+$/.test(about)) return `${url}/absences/${about}`;
  if (what === "warning") return "#warnings";
  if (what === "report-in") return mayConfirmReportIn(actor, record) ? `${url}/report-in` : undefined;
  if (what !== "class-not-reported" || !mayDo(actor, "record-finding") || !record.reportedInOn)
    return undefined;
  const days = { from: record.term.from, to: addDays(record.reportedInOn, -1) };
  return `${url}/absences/new?${new URLSearchParams(days)}`;
}

function systemNext(text: Text, { record, scheme, calendar, today }: CaseView): string {
  const due = dueOn(record, { scheme, calendar });
  if (due === undefined) return "";
  const next = nextStep(record, { scheme, calendar }, due);
  if (next.step === "nothing-left") return "";
  const step = text.secondmentPage.step[next.step];
  return ` · ${text.secondmentPage.systemNext({ step, on: laterOf(next.on, today) })}`;
}
