import { type Language, languages, type Text, textOf } from "../../src/ui/text.ts";

const texts = new Map(
  await Promise.all(languages.map(async (language) => [language, await textOf(language)] as const)),
);

/** The catalogue of a language, at once. */
export function textFor(language: Language): Text {
  const text = texts.get(language);
  if (!text) throw new Error(`no catalogue ${language}`);
  return text;
}
