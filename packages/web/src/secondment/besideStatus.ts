import type { Summary } from "@dunmiao/domain/summary";
import { raw } from "hono/html";
import { dueSince } from "../behind.ts";
import { formatDays } from "../ui/format.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { isFurther } from "./list.ts";
import { wouldExceed } from "./risk.ts";

/** What lists say beside a status: that a term is a further one, was completed before its last day, is older than its own page, or would go over the limit. */
export function besideStatus(text: Text, person: Summary, today: string): string[] {
  const since = dueSince(person, today);
  return [
    ...(isFurther(person) ? [text.term.further] : []),
    ...(person.completedEarly ? [text.earlyEndPage.endedAs.completed] : []),
    ...(since === undefined ? [] : [text.term.behind({ since })]),
    ...(wouldExceed(person)
      ? [text.term.wouldExceed({ days: formatDays(person.counted + person.pending) })]
      : []),
  ];
}

/** The same under a count in a cell: what it would be, in the colour that it would have; nothing of most. */
export function exceedingTag(text: Text, person: Summary) {
  if (!wouldExceed(person)) return [];
  const days = formatDays(person.counted + person.pending);
  return [raw("<br>"), tag(text.term.wouldExceed({ days }), "red")];
}
