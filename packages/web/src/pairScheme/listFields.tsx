import { raw } from "hono/html";
import { FieldsTogether } from "../ui/fieldFrame.tsx";
import type { Option } from "../ui/fields.tsx";
import type { bindFields } from "../ui/form.tsx";
import { escapeText } from "../ui/markup.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { type Boxes, type ListColumn, type ListName, listColumns, rowCount } from "./listBoxes.ts";

type Props = {
  text: Text;
  list: ListName;
  field: ReturnType<typeof bindFields>;
  values: Boxes;
  /** The focuses on file: a skill belongs to one of them. */
  focuses: readonly Option[];
};

/** A list of a scheme as rows of boxes, with some that are still free. */
export function ListFields({ text, list, field, values, focuses }: Props) {
  const words = text.pairScheme;
  const { error } = field(list);
  const choices: Partial<Record<ListColumn, readonly Option[]>> = {
    focus: focuses,
    list: (["promote", "assist"] as const).map((value) => ({
      value,
      label: text.pairPage.mutualList[value],
    })),
    pass: (["pass", "fail"] as const).map((value) => ({ value, label: words.pass[value] })),
  };
  const columns = listColumns[list].filter((each) => each !== "key");
  const rows = Array.from({ length: rowCount(values, list) }, (_, at) => at);
  const box = (column: Exclude<ListColumn, "key">, at: number) => {
    const name = `${list}.${at}-${column}`;
    const said = { name, value: values[name] ?? "", label: `${words.column[column]} ${at + 1}` };
    const options = choices[column];
    return options ? selectBox(said, options) : inputBox(said, column === "place");
  };
  return (
    <FieldsTogether text={text} id={list} legend={words[list]} hint={words.rows[list]} error={error}>
      {rows.map((at) => (
        <input type="hidden" name={`${list}.${at}-key`} value={values[`${list}.${at}-key`] ?? ""} />
      ))}
      <DenseTable
        text={text}
        caption={words[list]}
        isCaptionHidden
        rows={rows}
        columns={columns.map((column) => ({
          label: words.column[column],
          cell: (at: number) => raw(box(column, at)),
        }))}
      />
    </FieldsTogether>
  );
}

type Box = { name: string; value: string; label: string };

function inputBox({ name, value, label }: Box, isNumber: boolean): string {
  const more = isNumber ? ' inputmode="numeric"' : "";
  const width = isNumber ? " govuk-input--width-2" : "";
  return `<input class="govuk-input${width}" name="${escapeText(name)}" value="${escapeText(value)}" aria-label="${escapeText(label)}"${more}>`;
}

function selectBox({ name, value, label }: Box, options: readonly Option[]): string {
  const all = [{ value: "", label: "" }, ...options].map(
    (each) =>
      `<option value="${escapeText(each.value)}"${each.value === value ? " selected" : ""}>${escapeText(each.label)}</option>`,
  );
  return `<select class="govuk-select" name="${escapeText(name)}" aria-label="${escapeText(label)}">${all.join("")}</select>`;
}
