import type { RefusalCode } from "@dunmiao/domain/refusal";

/** The shape of a catalogue: the Chinese one sets the keys, a missing or extra one elsewhere is a compile error. */
export type Catalog<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...figures: infer P) => string
      ? (...figures: P) => string
      : Catalog<T[K]>;
};

/** The words of a noun in both languages, in one place: the Chinese ones set the keys. */
export function inBoth<T>(words: { readonly zhCN: T; readonly en: NoInfer<Catalog<T>> }) {
  return words;
}

export type RefusalFigures = Readonly<Record<string, string | number>>;
type Sentence = (figures: RefusalFigures) => string;
/** Sentences of some refusal codes; each gets the figures of the refusal. */
export type RefusalSentences = { readonly [C in RefusalCode]?: Sentence };
/** One sentence for every refusal code: a code without one does not compile. */
export type EveryRefusalSentence = Readonly<Record<RefusalCode, Sentence>>;
/** Sentences by the codes of what a list held and nobody reads. */
export type NoticeSentences = Readonly<Record<string, Sentence>>;
