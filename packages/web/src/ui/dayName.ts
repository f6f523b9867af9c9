import { festivalsIn } from "@dunmiao/domain/festival";
import type { Text } from "./text.ts";

type NamedDay = Readonly<{ name?: string | undefined; nameEn?: string | undefined }>;

/**
 * How a day off or a make-up day is called in the language of the page: as its notice says, or, where a notice has no
 * English name, by the festivals that its name mentions; empty for a day without a name.
 */
export function dayName(text: Text, { name = "", nameEn }: NamedDay): string {
  if (text.language !== "en") return name;
  const mentioned = festivalsIn(name).map((each) => text.festival[each]);
  return nameEn || mentioned.join(text.common.listMark) || name;
}
