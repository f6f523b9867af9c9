import type { Digest } from "@dunmiao/domain/digest";
import { formatRange } from "../ui/format.ts";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";

/** Absences by class with their days: `病假 2026-02-10 至 2026-02-12、2026-03-02 · 年休假 …`. */
export function absencesText(text: Text, absences: Digest["absences"]): string {
  return [...Map.groupBy(absences, ([, , given]) => given)]
    .map(([given, those]) => {
      const ranges = those.map(([from, to]) => formatRange(text, from, to));
      return `${nameOf(text.absenceClass, given)} ${ranges.join(text.common.listMark)}`;
    })
    .join(" · ");
}
