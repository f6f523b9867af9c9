import { planOf } from "@dunmiao/domain/checkpoint";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Language, Text } from "./text.ts";

/** A checkpoint by the name that its scheme gives it, with the month where a plan makes several: 月度在岗确认 2026-03. */
export function checkpointName(text: Text, scheme: Scheme, key: string): string {
  return namedCheckpoint(text, planOf(scheme, key).name, key);
}

/** The same where only the name is at hand. */
export function namedCheckpoint(
  text: Text,
  { [text.language]: name }: Readonly<Record<Language, string>>,
  key: string,
): string {
  const [, which] = key.split(".");
  if (which === undefined) return name;
  return `${name} ${/^\d{4}-/.test(which) ? which : text.secondmentPage.afterMonths({ months: which })}`;
}
