import { verdictOf } from "@dunmiao/domain/count/count";
import { raw } from "hono/html";
import { whyUncounted } from "../absence/absenceTable.tsx";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { provisionalMark } from "../ui/pieces.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import { verdictTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import type { DeskRow } from "./desk.ts";
import { selectColumn } from "./select.ts";
import { todoHref } from "./view.ts";

type DeskProps = {
  text: Text;
  rows: readonly DeskRow[];
  /** Requests that stand in the lists below, without figures. */
  below: number;
  isTicked: (item: string) => boolean;
};

/** Requests with all that a decision takes, most harmful first, with boxes to tick. */
export function DeskTable({ text, rows, below, isTicked }: DeskProps) {
  const { todoPage: words } = text;
  const caption = words.desk({ count: rows.length + below });
  const boxOf = ({ todo, absence }: DeskRow) => {
    const value = itemOfRequest(todo.person.id, absence);
    return { todo, value, isTicked: isTicked(value) };
  };
  return (
    <>
      <DenseTable
        text={text}
        caption={caption}
        rows={rows}
        columns={[selectColumn(text, caption, boxOf), ...columnsOf(text)]}
      />
      {below > 0 ? <p class="govuk-body">{words.deskMore({ count: below })}</p> : null}
      <p class="govuk-body dm-muted">{words.deskHint}</p>
    </>
  );
}

/** A request as it was shown: approved only while it still has this revision. */
function itemOfRequest(secondmentId: string, { id, revision }: DeskRow["absence"]): string {
  return `${secondmentId}:${id}:${revision}`;
}

function columnsOf(text: Text): Column<DeskRow>[] {
  const { todoPage: words } = text;
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ todo: { person } }) => link(`/secondments/${person.id}`, person.name),
    },
    { label: words.unit, cell: ({ todo }) => todo.person.station[1] },
    {
      label: words.request,
      cell: ({ todo, absence }) => link(todoHref(todo), text.absenceClass[absence.class]),
    },
    { label: text.secondmentPage.dates, kind: "date", cell: ({ absence }) => formatHalfRange(text, absence) },
    { label: words.workingDays, kind: "number", cell: ({ share }) => formatDays(share.workingDays) },
    {
      label: text.secondmentPage.countedDaysColumn,
      kind: "number",
      cell: ({ share }) => formatDays(share.countedDays),
    },
    {
      label: words.countAfter,
      kind: "number",
      cell: ({ forecast: { after } }) => daysCell(text, after.countedDays, after),
    },
    {
      label: words.countWithPending,
      kind: "number",
      cell: ({ forecast: { after, withPendingDays } }) => daysCell(text, withPendingDays, after),
    },
    { label: words.note, cell: (row) => noteOf(text, row) },
    { label: words.due, kind: "date", cell: ({ todo }) => todo.due },
  ];
}

/** Days of the limit; beyond it with the word for it, never by colour alone. */
function daysCell(text: Text, days: number, of: DeskRow["forecast"]["after"]) {
  const verdict = verdictOf(days, of.limitDays);
  return [
    of.countsProvisionalDays ? [provisionalMark(text), " "] : "",
    // Above the figure: beside it the table was wider than a small screen.
    verdict === "exceeded" ? [verdictTag(text, verdict), raw(" <br>")] : "",
    `${formatDays(days)} / ${formatDays(of.limitDays)}`,
  ];
}

/** Why fewer days count than it has, and why it is not decided here. */
function noteOf(text: Text, { why, forecast, share }: DeskRow): string {
  const goesOver = forecast.rises && forecast.after.verdict === "exceeded";
  const alone = goesOver ? text.todoPage.decideAlone : "";
  const notes = [whyUncounted(text, share), why ? refusalSentence(text, why) : alone];
  return notes.filter((each) => each !== "").join(" · ");
}
