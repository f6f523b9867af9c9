import type { Refusal } from "@dunmiao/domain/refusal";
import { fieldId } from "../ui/fieldFrame.tsx";
import { bindFields } from "../ui/form.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

/** A form of the page that was refused: which, what was sent, why not. */
export type Failed = {
  form: string;
  values: Readonly<Record<string, string>>;
  refusals: readonly Refusal[];
};

/** Several forms stand on one page: the id of each field carries its form. */
export function bindForm(
  text: Text,
  form: string,
  failed: Failed | undefined,
  defaults: Failed["values"] = {},
): ReturnType<typeof bindFields> {
  const own = failed?.form === form ? failed : undefined;
  const errors = fieldMessages(text, own?.refusals ?? []);
  const bind = bindFields({ text, errors, values: own?.values ?? defaults });
  return (name) => ({ ...bind(name), id: fieldId(`${form}.${name}`) });
}

/** The refusals for the summary, each linked to the field of its form. */
export function failedErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return fieldMessages(text, failed?.refusals ?? []).map(({ field, ...message }) => ({
    ...message,
    ...(field !== undefined && { field: `${failed?.form}.${field}` }),
  }));
}

/** Names of fields for the summary, under the ids that they have in a form. */
export function labelsIn(form: string, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([field, label]) => [`${form}.${field}`, label]));
}
