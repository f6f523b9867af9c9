import { absenceTexts } from "@dunmiao/domain/absence";
import { plainText, visibleText } from "@dunmiao/domain/plainText";

/** Fields of one line, in whatever body they stand: what names somebody or something, or is cited. */
const oneLine: ReadonlySet<string> = new Set([
  ...["name", "nameEn", "zh-CN", "en", "title", "number", "documentNumber", "post", "source", "with"],
  ...absenceTexts.filter(({ lines }) => lines === 1).map(({ name }) => name),
]);

/**
 * The texts of a body as people meant them: no lone surrogates, which the engine refuses, and nothing that nobody sees
 * (zero width, overrides of direction, NUL); in fields of one line also no line breaks, as a name is read from a list.
 */
export function textsMeant(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, member]) => [key.toWellFormed(), meant(member, key)]),
  );
}

function meant(value: unknown, key: string): unknown {
  if (typeof value === "string") return textMeant(value.toWellFormed(), key);
  if (Array.isArray(value)) return value.map((each) => meant(each, key));
  return value === null || typeof value !== "object" ? value : textsMeant({ ...value });
}

function textMeant(text: string, key: string): string {
  const [field = key] = key.split(".").slice(-1);
  return oneLine.has(field) ? plainText(text) : visibleText(text);
}
