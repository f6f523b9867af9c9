import { isPerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import { addDays, earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import { mayTry } from "@dunmiao/domain/permissions";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import type { ListedPair } from "./list.ts";
import { fileTag, pairTags } from "./pairTags.ts";
import type { PairTask } from "./tasks.ts";
import type { PairsOnDay } from "./work.ts";

type Props = { text: Text; today: string; actor: Actor; pairs: PairsOnDay };

/** Somebody's own pairs on their start page: whom they lead, who leads them, the line of the month, what is due. */
export function OwnPairs({ text, today, actor, pairs: { rows, tasks } }: Props) {
  const words = text.pairWork;
  const isOpen = ({ status }: ListedPair) => status === "active" || status === "proposed";
  const open = rows.filter(isOpen);
  const past = rows.filter((row) => !isOpen(row));
  const isLed = (row: ListedPair) => isPerson(actor, row.apprentice[0]);
  const groups = [
    { title: words.myApprentices, of: open.filter((row) => !isLed(row)) },
    { title: words.myMentor, of: open.filter(isLed) },
  ];
  return (
    <>
      {groups.map(({ title, of }) =>
        of.length === 0 ? null : (
          <section class="dm-own">
            <h2 class="govuk-heading-m">{title}</h2>
            {of.map((row) => (
              <OwnPair
                text={text}
                today={today}
                actor={actor}
                row={row}
                tasks={tasks.filter(({ pair, isMine }) => isMine && pair.id === row.id)}
              />
            ))}
          </section>
        ),
      )}
      <PastPairs text={text} rows={past} />
    </>
  );
}

type OneProps = { text: Text; today: string; actor: Actor; row: ListedPair; tasks: readonly PairTask[] };

function OwnPair({ text, today, actor, row, tasks }: OneProps) {
  const words = text.pairWork;
  const [, name, , unit] = isPerson(actor, row.apprentice[0]) ? row.mentor : row.apprentice;
  return (
    <>
      <p class="govuk-body">
        <strong>{link(`/pairs/${row.id}`, `${name} · ${unit}`)}</strong>{" "}
        {pairTags(text, row.status, row.isOrphan)}
        <br />
        {formatRange(text, row.from, row.to)} {fileTag(text, row.file)}
      </p>
      {row.status === "active" && mayTry(actor, "record-activity") ? (
        <MonthLine text={text} today={today} row={row} />
      ) : null}
      {tasks.length === 0 ? (
        <p class="govuk-body">{words.noDue}</p>
      ) : (
        <ul class="govuk-list">
          {tasks.map(({ what, due, isOverdue }) => (
            <li>
              {link(`/pairs/${row.id}`, words.what[what])} {due}{" "}
              {isOverdue ? tag(words.when.overdue, "orange") : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The oldest month that has no entry yet, in one line; what the current one has is said. */
function MonthLine({ text, today, row }: Pick<OneProps, "text" | "today" | "row">) {
  const words = text.pairWork;
  const month = row.file.months[0] ?? today.slice(0, 7);
  const [from, to] = [laterOf(`${month}-01`, row.from), earlierOf(lastOf(month), row.to)];
  if (from > to || from > today) return null;
  const isIn = !row.file.months.includes(month) && entriesOf(row, month) > 0;
  if (isIn) return <p class="govuk-body">{words.monthIn({ month })}</p>;
  const id = (name: string) => `${row.id}-${name}`;
  return (
    <PostForm action={`/pairs/${row.id}/activities`} idempotencyKey={formKey()}>
      <input type="hidden" name="kind" value={row.kind} />
      <TextField
        text={text}
        id={id("learned")}
        name="learned"
        label={words.monthLine({ month })}
        hint={words.monthLineHint}
      />
      <DateField text={text} id={id("on")} name="on" label={text.common.date} value={earlierOf(today, to)} />
      <Button>{words.record}</Button>
    </PostForm>
  );
}

/** Activities of a month of the term: counted from its first month on. */
function entriesOf({ from, counts }: ListedPair, month: string): number {
  const at = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
  return counts[at(month) - at(from)] ?? 0;
}

function lastOf(month: string): string {
  return addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
}

function PastPairs({ text, rows }: { text: Text; rows: readonly ListedPair[] }) {
  if (rows.length === 0) return null;
  const words = text.pairPage;
  return (
    <DenseTable
      text={text}
      caption={text.pairWork.past}
      rows={rows}
      columns={[
        {
          label: words.title,
          kind: "rowHeader",
          cell: ({ id, mentor: [, mentor], apprentice: [, apprentice] }) =>
            link(`/pairs/${id}`, words.one({ mentor, apprentice })),
        },
        { label: words.term, kind: "date", cell: ({ from, to }) => formatRange(text, from, to) },
        { label: text.common.status, cell: ({ status }) => pairTags(text, status, false) },
        { label: words.file, cell: ({ file }) => fileTag(text, file) },
      ]}
    />
  );
}
