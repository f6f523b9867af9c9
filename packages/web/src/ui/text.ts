import type { Catalog } from "./text/catalog.ts";
import type { zhCN } from "./text/zhCN.ts";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Every sentence of the pages in one language, by noun. */
export type Text = { readonly language: Language } & Catalog<typeof zhCN>;

const texts = new Map<Language, Text>();

/** The catalogue of a language, loaded when somebody first reads it. */
export async function textOf(language: Language): Promise<Text> {
  const text = texts.get(language) ?? (await loadText(language));
  texts.set(language, text);
  return text;
}

async function loadText(language: Language): Promise<Text> {
  if (language === "en") return { language, ...(await import("./text/en.ts")).en };
  return { language, ...(await import("./text/zhCN.ts")).zhCN };
}
