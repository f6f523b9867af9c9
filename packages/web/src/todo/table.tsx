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
import type { TodoLine } from "./todoLine.ts";
import { todoHref } from "./view.ts";
import { whatOf } from "./whatOf.ts";

const mostRows = 150;

/** The todos of one group, one line each; those that a batch can do have a box to tick. */
export function TodoTable(props: {
  text: Text;
  caption: string;
  todos: readonly TodoLine[];
  /** Who looks: a form that another has to write leads to the case. */
  reader: Actor["role"];
  /** Who ticks lines for a batch; without it there are no boxes. */
  ticking: Ticking | undefined;
}) {
  const { text, caption, todos, reader, ticking } = props;
  const hidden = todos.length - mostRows;
  const boxOf = (todo: TodoLine) => {
    const value = ticking && itemOf(todo, ticking.role);
    return value === undefined ? undefined : { todo, value, isTicked: ticking?.ticked.has(todo) === true };
  };
  const boxes = todos.some((todo) => boxOf(todo)) ? [selectColumn(text, caption, boxOf)] : [];
  const columns = [...boxes, ...columnsOf(text, reader)];
  return (
    <>
      <DenseTable text={text} caption={caption} rows={todos.slice(0, mostRows)} columns={columns} />
      {hidden > 0 ? <p class="govuk-body">{text.todoPage.more({ count: hidden })}</p> : null}
    </>
  );
}

/** What is to be done, with the month that is to be confirmed or why the form came back. */
function todoCell(text: Text, todo: TodoLine, reader: Actor["role"]) {
  const { what, about, month, isReturned, returned } = todo;
  const isForm = what === "file-form" || what === "reconfirm-month";
  const form = { id: todo.person.id, checkpoint: about, by: todo.whose, isIn: false };
  const name = link(isForm ? formPlace(form, reader) : todoHref(todo), whatOf(text, todo));
  if (isReturned) return [name, " ", returnedTag(text, returned ?? {})];
  const isMonth = isForm && /^attendance\.\d/.test(about);
  return month || isMonth ? [name, monthDaysCell(text, month)] : name;
}

function columnsOf(text: Text, reader: Actor["role"]): Column<TodoLine>[] {
  const { todoPage: words } = text;
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ person }) => link(`/secondments/${person.id}`, person.name),
    },
    { label: words.unit, cell: ({ person }) => person.station[1] },
    { label: words.todo, cell: (todo) => todoCell(text, todo, reader) },
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
