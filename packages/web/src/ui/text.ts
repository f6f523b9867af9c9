import { en } from "./text/en.ts";
import { zhCN } from "./text/zhCN.ts";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Every sentence of the pages in one language, by noun. */
export type Text = { readonly language: Language } & Catalog<typeof zhCN>;

/** The shape of a catalogue: the Chinese one sets the keys, a missing or extra one elsewhere is a compile error. */
export type Catalog<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...figures: infer P) => string
      ? (...figures: P) => string
      : Catalog<T[K]>;
};

const texts: Readonly<Record<Language, Text>> = {
  "zh-CN": { language: "zh-CN", ...zhCN },
  en: { language: "en", ...en },
};

/** The catalogue of a language. */
export function textFor(language: Language): Text {
  return texts[language];
}
