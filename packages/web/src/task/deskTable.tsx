import { verdictOf } from "@dunmiao/domain/count";
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
import { taskHref } from "./view.ts";

type DeskProps = {
  text: Text;
  rows: readonly DeskRow[];
  /** Requests that stand in the lists below, without figures. */
  below: number;
  isTicked: (item: string) => boolean;
};

/** Requests with all that a decision takes, most harmful first, with boxes to tick. */
export function DeskTable({ text, rows, below, isTicked }: DeskProps) {
  const { taskPage: words } = text;
  const caption = words.desk({ count: rows.length + below });
  const boxOf = ({ task, absence }: DeskRow) => {
    const value = itemOfRequest(task.person.id, absence);
    return { task, value, isTicked: isTicked(value) };
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
  const { taskPage: words } = text;
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ task: { person } }) => link(`/secondments/${person.id}`, person.name),
    },
    { label: words.unit, cell: ({ task }) => task.person.station[1] },
    {
      label: words.request,
      cell: ({ task, absence }) => link(taskHref(task), text.absenceClass[absence.class]),
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
    { label: words.due, kind: "date", cell: ({ task }) => task.due },
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
  const alone = goesOver ? text.taskPage.decideAlone : "";
  const notes = [whyUncounted(text, share), why ? refusalSentence(text, why) : alone];
  return notes.filter((each) => each !== "").join(" · ");
}
