/** The shape of a catalogue: the Chinese one sets the keys, a missing or extra one elsewhere is a compile error. */
export type Catalog<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...figures: infer P) => string
      ? (...figures: P) => string
      : Catalog<T[K]>;
};

export type RefusalFigures = Readonly<Record<string, string | number>>;
/** Sentences by refusal code; each gets the figures of the refusal. */
export type RefusalSentences = Readonly<Record<string, (figures: RefusalFigures) => string>>;
