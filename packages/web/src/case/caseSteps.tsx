import { warningAct } from "@dunmiao/domain/absence/acknowledgeWarning";
import { isAwaited, remindersOf } from "@dunmiao/domain/checkpoint";
import type { Checkpoint, Secondment } from "@dunmiao/domain/secondment";
import { formKey } from "../page.tsx";
import type { CaseView } from "../secondment/caseView.ts";
import { absenceName } from "../secondment/todoSubject.ts";
import { Button } from "../ui/button.tsx";
import { checkpointName } from "../ui/checkpointName.ts";
import { PostForm } from "../ui/form.tsx";
import { formatDays } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { formsLine } from "./formsLine.ts";

type Props = { text: Text; view: CaseView };
type Warning = Secondment["warnings"][number];

/** Checkpoints with their due dates, how far they climbed, and the reminders of those that wait for somebody. */
export function Checkpoints({ text, view }: Props) {
  const words = text.secondmentPage;
  const { scheme } = view;
  const reminders = (each: Checkpoint) =>
    remindersOf(each, scheme)
      .map((on, at) => `${on} ${words.reminderState[at < each.reminded ? "past" : "planned"]}`)
      .join(" · ");
  return (
    <DenseTable
      text={text}
      caption={words.checkpoints}
      columns={[
        { label: words.what, cell: (each) => checkpointName(text, scheme, each.key) },
        { label: words.due, kind: "date", cell: (each) => each.dueOn },
        { label: words.state, cell: (each) => words.checkpointState[each.state] },
        { label: text.assessmentPage.forms, cell: (each) => formsLine(text, view, each) },
        { label: words.doneOn, kind: "date", cell: (each) => each.doneOn ?? "" },
        {
          label: words.escalated,
          cell: (each) => (each.escalation === "none" ? "" : words.escalation[each.escalation]),
        },
        { label: words.reminders, cell: (each) => (isAwaited(each) ? reminders(each) : "") },
      ]}
      rows={view.record.checkpoints}
    />
  );
}

/** Warnings of the term, each once per level; HR says here that a shown one was read. */
export function Warnings({ text, view }: Props) {
  const { warnings } = view.record;
  const words = text.secondmentPage;
  if (warnings.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.warnings}
      columns={[
        { label: words.level, kind: "rowHeader", cell: (each) => formatDays(each.levelDays) },
        { label: words.reachedOn, kind: "date", cell: (each) => each.reachedOn },
        { label: words.countThen, kind: "number", cell: (each) => formatDays(each.countedDays) },
        { label: words.state, cell: (each) => warningState(text, each) },
        { label: text.common.actions, kind: "act", cell: (each) => acknowledgeCell(text, view, each) },
      ]}
      rows={warnings}
    />
  );
}

function warningState(text: Text, { state, acknowledgedBy }: Warning): string {
  const name = text.secondmentPage.warningState[state];
  return acknowledgedBy ? `${name} · ${signerName(text, acknowledgedBy)}` : name;
}

function acknowledgeCell(text: Text, { ground, record }: CaseView, { levelDays }: Warning) {
  if (!warningAct.ask(ground, String(levelDays)).ok) return "";
  const level = formatDays(levelDays);
  return (
    <PostForm action={`/secondments/${record.id}/warnings/${level}/acknowledge`} idempotencyKey={formKey()}>
      <Button kind="secondary">{text.secondmentPage.acknowledge({ level })}</Button>
    </PostForm>
  );
}

/** Reviews of the limit, with the absence that went over and why one was closed. */
export function Reviews({ text, view: { record } }: Props) {
  const words = text.secondmentPage;
  if (record.reviews.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.reviews}
      columns={[
        { label: words.reviewOpened, kind: "date", cell: (each) => each.openedOn },
        { label: words.countThen, kind: "number", cell: (each) => formatDays(each.countedDays) },
        {
          label: words.absence,
          cell: ({ absenceId }) =>
            absenceId
              ? link(`/secondments/${record.id}/absences/${absenceId}`, absenceName(text, record, absenceId))
              : "",
        },
        { label: words.reviewClosed, kind: "date", cell: (each) => each.closedOn ?? words.reviewOpen },
        { label: words.reviewBecause, cell: (each) => each.closedBecause ?? "" },
      ]}
      rows={record.reviews}
    />
  );
}
