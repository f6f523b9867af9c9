import { addDays } from "./calendarDate.ts";
import type { Scheme } from "./scheme.ts";
import type { Checkpoint } from "./secondment.ts";
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from "./workCalendar.ts";

/** The dated steps of one term by the scheme's timetable; a due date on a day off moves to the next working day. */
export function planCheckpoints(termFrom: string, scheme: Scheme, calendar: WorkCalendar): Checkpoint[] {
  return scheme.checkpoints.map((plan) => {
    const opensOn = nextWorkingDay(calendar, termFrom);
    const dueOn = addWorkingDays(calendar, termFrom, plan.dueAfterWorkingDays);
    const reminders = plan.remindDaysBefore
      .map((days) => addDays(dueOn, -days))
      .filter((on) => on > opensOn)
      .sort()
      .map((on) => ({ on, state: "planned" as const }));
    return { key: plan.key, opensOn, dueOn, state: "planned", escalation: "none", reminders };
  });
}

/** The day on which a late checkpoint climbs to a level, in working days after its due date. */
export function escalatesOn(
  checkpoint: Checkpoint,
  level: "branch" | "bureau",
  rules: { scheme: Scheme; calendar: WorkCalendar },
): string {
  const plan = rules.scheme.checkpoints.find((each) => each.key === checkpoint.key);
  return addWorkingDays(rules.calendar, checkpoint.dueOn, plan?.escalateAfterWorkingDays[level] ?? 0);
}
