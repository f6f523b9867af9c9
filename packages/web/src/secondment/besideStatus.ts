import type { Summary } from "@dunmiao/domain/summary";
import { formatDays } from "../ui/format.ts";
import type { Text } from "../ui/text.ts";
import { isFurther } from "./list.ts";

/** Whether a count within the limit is over it with everything that waits. */
function wouldExceed({ counted, pending, limit }: Summary): boolean {
  return counted <= limit && counted + pending > limit;
}

/** What lists say beside a status: that a term is a further one, was completed before its last day, or would go over the limit. */
export function besideStatus(text: Text, person: Summary): string[] {
  return [
    ...(isFurther(person) ? [text.term.further] : []),
    ...(person.completedEarly ? [text.earlyEndPage.endedAs.completed] : []),
    ...(wouldExceed(person)
      ? [text.term.wouldExceed({ days: formatDays(person.counted + person.pending) })]
      : []),
  ];
}
