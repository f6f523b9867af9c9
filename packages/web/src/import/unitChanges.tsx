import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import { UNIT_CHANGE } from "@dunmiao/store/importedRows";
import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { ImportProps } from "./importProps.ts";
import { sheetName } from "./problemText.ts";

/** Units on file that the file has otherwise, old → new by name: none is changed without its tick. */
export function UnitChanges({
  chrome: { text },
  loaded,
  mayConfirm,
  ticked = [],
}: Pick<ImportProps, "chrome" | "loaded" | "mayConfirm"> & { ticked?: readonly string[] | undefined }) {
  const changes = loaded.problems.filter(({ code }) => code === UNIT_CHANGE);
  if (changes.length === 0) return null;
  const words = text.importPage;
  const label = raw(
    `<span class="govuk-visually-hidden" data-select-all="${escapeText(words.changeAllUnits)}">${escapeText(words.changeUnit)}</span>`,
  );
  const tick = { label, cell: (each: ImportRefusal) => boxOf(text, each, ticked) };
  return (
    <section id="unit-changes">
      <p class="govuk-body">{words.unitChangesHelp}</p>
      <DenseTable
        text={text}
        caption={words.unitChanges({ count: changes.length })}
        rows={changes}
        columns={[
          ...(mayConfirm ? [tick] : []),
          { label: words.sheet, cell: (each) => sheetName(each, text.language) },
          { label: words.row, kind: "number", cell: (each) => String(each.row) },
          { label: words.unitCode, kind: "rowHeader", cell: ({ params }) => String(params?.unit ?? "") },
          { label: words.change, cell: ({ params }) => words.wasBecomes(changeOf(params)) },
        ]}
      />
    </section>
  );
}

function changeOf(params: ImportRefusal["params"] = {}) {
  const { was = "", becomes = "", above = "", aboveThen = "", moved = 0 } = params;
  return {
    was: String(was),
    becomes: String(becomes),
    above: String(above),
    aboveThen: String(aboveThen),
    isMoved: moved === 1,
  };
}

function boxOf(text: Text, { params }: ImportRefusal, ticked: readonly string[]) {
  const unit = String(params?.unit ?? "");
  const name = text.importPage.changeThisUnit({ unit, ...changeOf(params) });
  return raw(
    `<input type="checkbox" name="changeUnits" value="${escapeText(unit)}" aria-label="${escapeText(name)}"${ticked.includes(unit) ? " checked" : ""}>`,
  );
}
