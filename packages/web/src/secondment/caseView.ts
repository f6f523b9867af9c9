import { type DismissalAlarm, dismissalAlarm } from "@dunmiao/domain/absence/dismissalAlarm";
import type { Actor } from "@dunmiao/domain/actor";
import type { Ground } from "@dunmiao/domain/change";
import type { Count } from "@dunmiao/domain/count/count";
import { type ExplainedDay, explainDays } from "@dunmiao/domain/count/explainDays";
import type { Event } from "@dunmiao/domain/event";
import { remembered } from "@dunmiao/domain/remembered";
import { shownCount } from "@dunmiao/domain/ruling/ruledCount";
import type { Scheme } from "@dunmiao/domain/scheme";
import { ruledTerm, type Secondment } from "@dunmiao/domain/secondment";
import type { Todo } from "@dunmiao/domain/todo";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { todosOf } from "@dunmiao/domain/year/todosOf";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Flag } from "@dunmiao/store/engine/flag";
import { groundOf } from "@dunmiao/store/ground";

/** One secondment with everything done that was due, and who looks at it on which day. */
export type CaseRead = {
  /** What the ground holds, under the version that is on file: the trail has no line yet of what was due. */
  readonly record: Secondment;
  readonly scheme: Scheme;
  readonly calendar: WorkCalendar;
  /** Newest first. */
  readonly events: readonly Event[];
  readonly flag?: Flag;
  /** What probes ask with. */
  readonly ground: Ground;
};
type Found = Pick<CaseRead, "record" | "events"> & { readonly flag?: Flag | undefined };
export type CaseView = CaseRead & {
  readonly actor: Actor;
  readonly today: string;
  readonly count: Count;
  readonly days: readonly ExplainedDay[];
  /** What they count together. */
  readonly explainedDays: number;
  readonly todos: readonly Todo[];
  readonly alarm: DismissalAlarm | undefined;
};

/** A record that was read, as every act on it will find it today. */
export async function readCase(
  at: Pick<Acting, "store" | "calendar" | "actor" | "today">,
  { record: onFile, events, flag }: Found,
): Promise<CaseRead> {
  const { ground } = await groundOf(at, onFile);
  const { secondment, scheme, calendar } = ground;
  const record = secondment === onFile ? onFile : { ...secondment, version: onFile.version };
  return { record, scheme, calendar, ground, events, ...(flag && { flag }) };
}

/** Everything that the page of a secondment shows, computed from its record today. */
export function caseView(read: CaseRead, actor: Actor, today: string): CaseView {
  const { record, scheme, calendar } = read;
  return { ...read, actor, today, ...computedOf(record, scheme, calendar, today) };
}

const computedOf = remembered(
  (record: Secondment, ...[scheme, calendar, today]: [Scheme, WorkCalendar, string]) => {
    const days = explainDays(ruledTerm(record), scheme, calendar, today);
    return {
      count: shownCount(record, { scheme, calendar }, today),
      days,
      explainedDays: days.reduce((sum, day) => sum + day.counted, 0),
      todos: todosOf(record, { scheme, calendar }),
      alarm: dismissalAlarm(record, scheme),
    };
  },
);
