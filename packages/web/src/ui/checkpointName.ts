import { planOf } from "@dunmiao/domain/checkpoint";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Text } from "./text.ts";

/** A checkpoint by the name that its scheme gives it, with the month where a plan makes several: 月度在岗确认 2026-03. */
export function checkpointName(text: Text, scheme: Scheme, key: string): string {
  const [, which] = key.split(".");
  const name = planOf(scheme, key).name[text.language];
  if (which === undefined) return name;
  return `${name} ${/^\d{4}-/.test(which) ? which : text.secondmentPage.afterMonths({ months: which })}`;
}
