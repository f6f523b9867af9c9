import type { Text } from "./text.ts";

/** The number within its record that an id carries, as lists show it: `a3` is 3. */
export function numberOf(id: string): string {
  return id.replace(/^\D+/, "");
}

/** A thing of a record by its number, as people say it: 第 3 条. */
export function ordinalOf(text: Text, id: string): string {
  return text.common.ordinal({ no: numberOf(id) });
}
