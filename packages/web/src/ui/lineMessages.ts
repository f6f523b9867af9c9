import type { Refusal } from "@dunmiao/domain/refusal";
import { type FieldMessage, fieldMessages } from "./refusalSentence.ts";
import type { Text } from "./text.ts";

const mostShown = 20;

/**
 * What is wrong with a line of a box, beside the box, with the line's place in it and the name of its column; the first
 * 20, and how many more. `columns`: names by the members of a line.
 */
export function lineMessages(
  text: Text,
  refusals: readonly Refusal[],
  columns: Readonly<Record<string, string>>,
): FieldMessage[] {
  const { labelled, line, moreLines } = text.form;
  const shown = fieldMessages(text, refusals.slice(0, mostShown)).map((each) => {
    const [box = "", index, member = ""] = each.field?.split(".") ?? [];
    if (index === undefined) return each;
    const label = Object.hasOwn(columns, member) ? columns[member] : undefined;
    const message = label === undefined ? each.message : labelled({ label, message: each.message });
    return { ...each, field: box, message: line({ line: Number(index) + 1, message }) };
  });
  const more = refusals.length - mostShown;
  return more > 0 ? [...shown, { code: "refused", message: moreLines({ count: more }) }] : shown;
}
