import { isRefusalCode, type Refusal } from "@dunmiao/domain/refusal";
import type { Text } from "./text.ts";

/** A refusal as it may stand in a stored row: with a code of another release. */
type ToldRefusal = { readonly code: string } & Pick<Refusal, "params">;

/** A refusal as a sentence in the language of `text`; a code that is not ours gives a general sentence that names it. */
export function refusalSentence(text: Text, { code, params = {} }: ToldRefusal): string {
  return isRefusalCode(code) ? text.refusals[code](params) : text.unknownRefusal({ code });
}

export type FieldMessage = { readonly field?: string; readonly code: string; readonly message: string };

/** Refusals as messages beside their fields, in the order given. */
export function fieldMessages(text: Text, refusals: readonly Refusal[]): FieldMessage[] {
  return refusals.map((refusal) => ({
    code: refusal.code,
    message: refusalSentence(text, refusal),
    ...(refusal.field !== undefined && { field: refusal.field }),
  }));
}
