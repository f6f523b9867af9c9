import type { AbsenceFacts } from "@dunmiao/domain/absence";
import { earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import { rangeDays } from "@dunmiao/domain/ladder";
import type { Scheme } from "@dunmiao/domain/scheme";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";

type Where = { record: Pick<Secondment, "term" | "endedOn">; scheme: Scheme; calendar: WorkCalendar };

/** Working days that an absence covers by itself, halves as 0.5: all of them, those inside the term, and those of a class that counts. */
export function absenceDays(facts: AbsenceFacts, { record, scheme, calendar }: Where) {
  const all = rangeDays(facts, calendar);
  const inside = isInside(facts, record) ? all : insideDays(facts, record, calendar);
  return { all, inside, counting: scheme.classes[facts.class] ? inside : 0 };
}

function isInside(facts: AbsenceFacts, record: Where["record"]): boolean {
  return facts.from >= record.term.from && facts.to <= lastDayServed(record);
}

function insideDays(facts: AbsenceFacts, record: Where["record"], calendar: WorkCalendar): number {
  const from = laterOf(facts.from, record.term.from);
  const to = earlierOf(facts.to, lastDayServed(record));
  if (from > to) return 0;
  const { class: name, fromHalf, toHalf } = facts;
  const halves = {
    ...(from === facts.from && fromHalf && { fromHalf }),
    ...(to === facts.to && toHalf && { toHalf }),
  };
  return rangeDays({ class: name, from, to, ...halves }, calendar);
}
