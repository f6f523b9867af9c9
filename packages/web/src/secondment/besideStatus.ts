import type { Summary } from "@dunmiao/domain/summary";
import type { Text } from "../ui/text.ts";
import { isFurther } from "./list.ts";

/** What lists say beside a status: that a term is a further one, or was completed before its last day. */
export function besideStatus(text: Text, person: Summary): string[] {
  return [
    ...(isFurther(person) ? [text.term.further] : []),
    ...(person.completedEarly ? [text.earlyEndPage.endedAs.completed] : []),
  ];
}
