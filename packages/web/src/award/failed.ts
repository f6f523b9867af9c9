import { type Bind, bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

/** A form of the page that was refused: which, what was sent, why not. */
export type Failed = Refused & { form: string };

/** Binds the fields of one form. */
export function bindForm(
  text: Text,
  form: string,
  failed: Failed | undefined,
  defaults?: Failed["values"],
): Bind {
  return bindOneOf(text, form, failed?.form === form ? failed : undefined, defaults);
}

/** The refusals for the summary. */
export function failedErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return errorsOfOne(text, failed?.form ?? "", failed);
}
