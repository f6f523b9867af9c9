import { type DismissalAlarm, dismissalAlarm } from "@dunmiao/domain/absence/dismissalAlarm";
import type { Actor } from "@dunmiao/domain/actor";
import type { Count } from "@dunmiao/domain/count";
import type { Event } from "@dunmiao/domain/event";
import { type ExplainedDay, explainDays } from "@dunmiao/domain/explainDays";
import { shownCount } from "@dunmiao/domain/ruling/ruledCount";
import type { Scheme } from "@dunmiao/domain/scheme";
import { ruledTerm, type Secondment } from "@dunmiao/domain/secondment";
import type { Todo } from "@dunmiao/domain/todo";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { todosOf } from "@dunmiao/domain/year/todosOf";
import type { Flag } from "@dunmiao/store/engine/flag";

/** One secondment as it was read, and who looks at it on which day. */
export type CaseRead = {
  readonly record: Secondment;
  readonly scheme: Scheme;
  readonly calendar: WorkCalendar;
  /** Newest first. */
  readonly events: readonly Event[];
  readonly flag?: Flag;
};
export type CaseView = CaseRead & {
  readonly actor: Actor;
  readonly today: string;
  readonly count: Count;
  readonly days: readonly ExplainedDay[];
  readonly todos: readonly Todo[];
  readonly alarm: DismissalAlarm | undefined;
};

/** Everything that the page of a secondment shows, computed from its record today. */
export function caseView(read: CaseRead, actor: Actor, today: string): CaseView {
  const { record, scheme, calendar } = read;
  return {
    ...read,
    actor,
    today,
    count: shownCount(record, { scheme, calendar }, today),
    days: explainDays(ruledTerm(record), scheme, calendar, today),
    todos: todosOf(record, { scheme, calendar }),
    alarm: dismissalAlarm(record, scheme),
  };
}
