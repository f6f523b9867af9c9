import { type TextName, texts } from "./texts.ts";

export type Language = "zh" | "en";
type Pair = readonly [zh: string, en: string];

let language: Language = /^zh/i.test(navigator.language) || !/^en/i.test(navigator.language) ? "zh" : "en";

export function chosenLanguage(): Language {
  return language;
}

export function chooseLanguage(chosen: Language): void {
  language = chosen;
}

/** One of two texts. */
export function said([zh, en]: Pair): string {
  return language === "zh" ? zh : en;
}

export function text(name: TextName): string {
  return said(texts[name]);
}
