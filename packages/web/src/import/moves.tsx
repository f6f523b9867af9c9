import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { movesLine, sheetName } from "./problemText.ts";
import type { LoadedImport } from "./view.ts";

/** Whom the list moves to another home unit or kind, by name, and what becomes of their secondments. */
export function Moves({ text, loaded: { moves } }: { text: Text; loaded: LoadedImport }) {
  if (moves.length === 0) return null;
  const words = text.importPage;
  const sheet = "secondments" as const;
  return (
    <section id="moves">
      <p class="govuk-body">{words.movesHelp}</p>
      <DenseTable
        text={text}
        caption={words.moves({ count: moves.length })}
        rows={moves}
        columns={[
          { label: words.sheet, cell: (each) => sheetName({ sheet, ...each }, text.language) },
          { label: words.row, kind: "number", cell: (each) => String(each.row) },
          { label: text.common.serviceNumber, cell: (each) => each.number },
          { label: text.officerPage.fact.name, kind: "name", cell: (each) => each.name },
          { label: words.change, cell: (each) => movesLine(text, each.changes) },
        ]}
      />
    </section>
  );
}
