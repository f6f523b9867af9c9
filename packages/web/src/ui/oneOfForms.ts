import type { Refusal } from "@dunmiao/domain/refusal";
import { type FieldProps, fieldId } from "./fieldFrame.tsx";
import { bindFields } from "./form.tsx";
import { type FieldMessage, fieldMessages } from "./refusalSentence.ts";
import type { Text } from "./text.ts";

/** What was sent with a form, and why it was refused. */
export type Refused = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };
/** A field's text, name, id, value and error by its name. */
export type Bind = (
  name: string,
) => Pick<FieldProps, "text" | "name" | "id" | "error"> & { value: string | undefined };

/** As `bindFields`, where several forms stand on one page: the id of each field carries its form. */
export function bindOneOf(
  text: Text,
  form: string,
  refused: Refused | undefined,
  defaults: Refused["values"] = {},
): Bind {
  const errors = fieldMessages(text, refused?.refusals ?? []);
  const bind = bindFields({ text, errors, values: refused?.values ?? defaults });
  return (name) => ({ ...bind(name), id: fieldId(`${form}.${name}`) });
}

/** The refusals for the summary of such a page, each linked to the field of its form. */
export function errorsOfOne(text: Text, form: string, refused: Refused | undefined): FieldMessage[] {
  return fieldMessages(text, refused?.refusals ?? []).map(({ field, ...message }) => ({
    ...message,
    ...(field !== undefined && { field: `${form}.${field}` }),
  }));
}
