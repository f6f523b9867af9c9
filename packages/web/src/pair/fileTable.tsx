import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { noteDrawn } from "../ui/drawnFields.ts";
import { LegendGroup } from "../ui/fieldFrame.tsx";
import { link } from "../ui/link.ts";
import { escapeText } from "../ui/markup.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { ListedPair } from "./list.ts";
import { missingWords } from "./pairTags.ts";
import { pairName } from "./tasksPage.tsx";

/** The boxes of the table are one field: the summary of errors leads to the first of them. */
export function TickedFiles({
  text,
  error,
  children,
}: PropsWithChildren<{ text: Text; error?: string | undefined }>) {
  const legend = text.pairWork.filesTitle;
  noteDrawn("pair", legend);
  return (
    <LegendGroup text={text} id="pair" legend={legend} error={error}>
      {children}
    </LegendGroup>
  );
}

type FileTableProps = {
  text: Text;
  rows: readonly ListedPair[];
  ticked: ReadonlySet<string> | undefined;
  /** Id of the form by which a file that nobody was asked for is assigned alone, where it may be. */
  alone?: string | undefined;
};

/** Files with what they lack; with boxes where they may be ticked. */
export function FileTable({ text, rows, ticked, alone }: FileTableProps) {
  const words = text.pairWork;
  const box: Column<ListedPair> = {
    label: raw(
      `<span class="govuk-visually-hidden" data-select-all="${escapeText(words.filesTitle)}">${escapeText(words.selectColumn)}</span>`,
    ),
    cell: (row) =>
      raw(
        `<input type="checkbox" name="pair"${row === rows[0] ? ' id="pair"' : ""} value="${escapeText(row.id)}" aria-label="${escapeText(words.select({ name: pairName(text, row) }))}"${ticked?.has(row.id) ? " checked" : ""}>`,
      ),
  };
  return (
    <DenseTable
      text={text}
      caption={words.filesTitle}
      isCaptionHidden={ticked !== undefined}
      rows={rows}
      columns={[
        ...(ticked ? [box] : []),
        {
          label: words.pair,
          kind: "rowHeader",
          cell: (row) => link(`/pairs/${row.id}`, pairName(text, row)),
        },
        { label: words.unit, cell: (row) => row[row.leading][3] },
        { label: text.common.status, cell: ({ status }) => text.pairPage.status[status] },
        { label: words.missing, cell: ({ file }) => missingWords(text, file) },
        {
          label: words.assigned,
          cell: (row) => assignedWords(text, row.assigned) || aloneButton(text, row, alone),
        },
      ]}
    />
  );
}

/** Stands in the form of the ticks and sends another one: that one is never sent by a key that is pressed in a field. */
function aloneButton(text: Text, row: ListedPair, form: string | undefined) {
  if (form === undefined) return "";
  const { assignAlone, assignAloneOf } = text.pairWork;
  const name = assignAloneOf({ name: pairName(text, row) });
  return raw(
    `<button type="submit" form="${form}" name="pair" value="${escapeText(row.id)}" class="govuk-button govuk-button--secondary" aria-label="${escapeText(name)}" data-no-print>${escapeText(assignAlone)}</button>`,
  );
}

function assignedWords(text: Text, assigned: ListedPair["assigned"]): string {
  if (!assigned) return "";
  const [side, due] = assigned;
  return text.pairWork.assignedTo({ whose: text.pairWork.whose[side], due });
}
