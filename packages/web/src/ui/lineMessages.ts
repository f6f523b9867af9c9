import type { Refusal } from "@dunmiao/domain/refusal";
import { type FieldMessage, fieldMessages } from "./refusalSentence.ts";
import type { Text } from "./text.ts";

const mostShown = 20;

/** What is wrong with a line of a box, beside the box and with the line's place in it; the first 20, and how many more. */
export function lineMessages(text: Text, refusals: readonly Refusal[]): FieldMessage[] {
  const { line, moreLines } = text.form;
  const shown = fieldMessages(text, refusals.slice(0, mostShown)).map((each) => {
    const [box = "", index] = each.field?.split(".") ?? [];
    if (index === undefined) return each;
    return { ...each, field: box, message: line({ line: Number(index) + 1, message: each.message }) };
  });
  const more = refusals.length - mostShown;
  return more > 0 ? [...shown, { code: "refused", message: moreLines({ count: more }) }] : shown;
}
