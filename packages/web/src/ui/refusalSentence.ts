import type { Refusal } from "@dunmiao/domain/refusal";
import type { RefusalSentences } from "./text/catalog.ts";
import type { Text } from "./text.ts";

/** A refusal as a sentence in the language of `text`; an unknown code gives a general sentence that names it. */
export function refusalSentence(text: Text, refusal: Pick<Refusal, "code" | "params">): string {
  const sentences: RefusalSentences = text.refusals;
  const sentence = Object.hasOwn(sentences, refusal.code) ? sentences[refusal.code] : undefined;
  return sentence ? sentence(refusal.params ?? {}) : text.unknownRefusal(refusal);
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
