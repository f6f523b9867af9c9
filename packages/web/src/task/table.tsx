import type { Actor } from "@dunmiao/domain/actor";
import { formPlace } from "../assessment/formPlace.ts";
import { monthDaysCell } from "../assessment/monthLines.ts";
import { returnedTag } from "../assessment/returned.ts";
import { exceedingTag } from "../secondment/besideStatus.ts";
import { formatDays } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { provisionalMark } from "../ui/pieces.tsx";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { itemOf, selectColumn, type Ticking } from "./select.ts";
import type { Task } from "./task.ts";
import { taskHref } from "./view.ts";
import { whatOf } from "./whatOf.ts";

const mostRows = 150;

/** The tasks of one group, one line each; those that a batch can do have a box to tick. */
export function TaskTable(props: {
  text: Text;
  caption: string;
  tasks: readonly Task[];
  /** Who looks: a form that another has to write leads to the case. */
  reader: Actor["role"];
  /** Who ticks lines for a batch; without it there are no boxes. */
  ticking: Ticking | undefined;
}) {
  const { text, caption, tasks, reader, ticking } = props;
  const hidden = tasks.length - mostRows;
  const boxOf = (task: Task) => {
    const value = ticking && itemOf(task, ticking.role);
    return value === undefined ? undefined : { task, value, isTicked: ticking?.ticked.has(task) === true };
  };
  const boxes = tasks.some((task) => boxOf(task)) ? [selectColumn(text, caption, boxOf)] : [];
  const columns = [...boxes, ...columnsOf(text, reader)];
  return (
    <>
      <DenseTable text={text} caption={caption} rows={tasks.slice(0, mostRows)} columns={columns} />
      {hidden > 0 ? <p class="govuk-body">{text.taskPage.more({ count: hidden })}</p> : null}
    </>
  );
}

/** What is to be done, with the month that is to be confirmed or why the form came back. */
function taskCell(text: Text, task: Task, reader: Actor["role"]) {
  const { what, about, month, isReturned, returned } = task;
  const isForm = what === "file-form" || what === "reconfirm-month";
  const form = { id: task.person.id, checkpoint: about, by: task.whose, isIn: false };
  const name = link(isForm ? formPlace(form, reader) : taskHref(task), whatOf(text, task));
  if (isReturned) return [name, " ", returnedTag(text, returned ?? {})];
  const isMonth = isForm && /^attendance\.\d/.test(about);
  return month || isMonth ? [name, monthDaysCell(text, month)] : name;
}

function columnsOf(text: Text, reader: Actor["role"]): Column<Task>[] {
  const { taskPage: words } = text;
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ person }) => link(`/secondments/${person.id}`, person.name),
    },
    { label: words.unit, cell: ({ person }) => person.station[1] },
    { label: words.task, cell: (task) => taskCell(text, task, reader) },
    {
      label: words.used,
      kind: "number",
      cell: ({ person }) => [
        person.countsProvisional ? [provisionalMark(text), " "] : "",
        `${formatDays(person.counted)} / ${formatDays(person.limit)}`,
        ...exceedingTag(text, person),
      ],
    },
    { label: words.owner, cell: ({ whose }) => words.whose[whose] },
    { label: words.since, kind: "date", cell: ({ since }) => since },
    { label: words.due, kind: "date", cell: ({ due }) => due },
  ];
}
