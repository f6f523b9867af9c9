import type { Role } from "@dunmiao/domain/actor";
import { defaultTimetable } from "@dunmiao/domain/timetable";
import { raw } from "hono/html";
import { formatDays } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { escapeText } from "../ui/markup.ts";
import { provisionalMark } from "../ui/pieces.tsx";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { Task } from "./list.ts";
import { taskHref } from "./view.ts";

const mostRows = 150;

/** The tasks of one group, one line each; those that a batch can do have a box to tick. */
export function TaskTable(props: {
  text: Text;
  caption: string;
  tasks: readonly Task[];
  /** Whose batches; without it there are no boxes. */
  batchAs: Role | undefined;
}) {
  const { text, caption, tasks } = props;
  const hidden = tasks.length - mostRows;
  const { batchAs } = props;
  const columns = batchAs ? [selectColumn(text, batchAs), ...columnsOf(text)] : columnsOf(text);
  return (
    <>
      <DenseTable text={text} caption={caption} rows={tasks.slice(0, mostRows)} columns={columns} />
      {hidden > 0 ? <p class="govuk-body">{text.taskPage.more({ count: hidden })}</p> : null}
    </>
  );
}

function selectColumn(text: Text, role: Role): Column<Task> {
  const hidden = `<span class="govuk-visually-hidden">${escapeText(text.taskPage.selectColumn)}</span>`;
  return { label: raw(hidden), cell: (task) => box(text, task, role) };
}

function box(text: Text, task: Task, role: Role) {
  const { what, about, person, version } = task;
  if (what !== "warning" && what !== "report-in" && !(role === "station" && isMonthly(task))) return "";
  // A month is confirmed as the list had it: the version tells whether the ledger changed since.
  const seen = what === "file-form" ? `:${version}` : "";
  const value = what === "report-in" ? person.id : `${person.id}:${about}${seen}`;
  const label = text.taskPage.select({ name: person.name, task: whatOf(text, task) });
  return raw(
    `<input type="checkbox" name="item" value="${escapeText(value)}" aria-label="${escapeText(label)}">`,
  );
}

/** A form of the station for one month: attendance, which takes no words. */
function isMonthly({ what, whose, about }: Task): boolean {
  return what === "file-form" && whose === "station" && /\.\d{4}-\d{2}$/.test(about);
}

function columnsOf(text: Text): Column<Task>[] {
  const { taskPage: words } = text;
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ person }) => link(`/secondments/${person.id}`, person.name),
    },
    { label: words.unit, cell: ({ person }) => person.station[1] },
    { label: words.task, cell: (task) => link(taskHref(task), whatOf(text, task)) },
    {
      label: words.used,
      kind: "number",
      cell: ({ person }) => [
        person.provisional && person.counted + person.pending > 0 ? [provisionalMark(text), " "] : "",
        `${formatDays(person.counted)} / ${formatDays(person.limit)}`,
      ],
    },
    { label: words.owner, cell: ({ whose }) => words.whose[whose] },
    { label: words.since, kind: "date", cell: ({ since }) => since },
    { label: words.due, kind: "date", cell: ({ due }) => due },
  ];
}

/** A checkpoint by its usual name: a list does not know under which scheme each of its people runs. */
function usualName(text: Text, key: string): string {
  const [plan = "", which] = key.split(".");
  const name = defaultTimetable.find((each) => each.key === plan)?.name[text.language] ?? plan;
  return which === undefined ? name : `${name} ${which}`;
}

function whatOf(text: Text, { what, about }: Task): string {
  const name = text.taskPage.what[what];
  if (what === "warning") return `${name} · ${text.taskPage.level({ days: about })}`;
  const isForm = what === "file-form" || what === "chase-form" || what === "reconfirm-month";
  return isForm ? `${name} · ${usualName(text, about)}` : name;
}
