import { addDays } from "./calendarDate.ts";
import { escalatesOn, missedOn, remindersOf, type Timetable } from "./checkpoint.ts";
import type { Checkpoint } from "./secondment.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/** What the workflow does to a checkpoint, and the first date on which it must be done. */
export type CheckpointStep =
  | { step: "open-checkpoint"; on: string; key: Checkpoint["key"] }
  | { step: "remind"; on: string; key: Checkpoint["key"] }
  | { step: "mark-late"; on: string; key: Checkpoint["key"] }
  | { step: "escalate"; on: string; key: Checkpoint["key"]; level: "branch" | "bureau" }
  | { step: "mark-missed"; on: string; key: Checkpoint["key"] };
type Rules = { scheme: Timetable; calendar: WorkCalendar };
/** A record of any kind that runs by a timetable. */
type Timed = { readonly checkpoints: Checkpoint[] };

/** Everything that is still to be done to the checkpoints of a record without anyone's further act. */
export function checkpointSteps(record: Timed, rules: Rules): CheckpointStep[] {
  return record.checkpoints.flatMap((checkpoint): CheckpointStep[] => {
    const { key, dueOn: due, reminded } = checkpoint;
    switch (checkpoint.state) {
      case "planned":
        return [{ step: "open-checkpoint", on: checkpoint.opensOn, key }];
      case "open": {
        const reminder = remindersOf(checkpoint, rules.scheme)[reminded];
        const late: CheckpointStep = { step: "mark-late", on: addDays(due, 1), key };
        return reminder === undefined ? [late] : [{ step: "remind", on: reminder, key }, late];
      }
      case "late":
        return lateSteps(checkpoint, rules);
      default:
        return [];
    }
  });
}

/** A late checkpoint climbs to the branch and to the bureau, and is missed where the scheme stops waiting for it. */
function lateSteps(checkpoint: Checkpoint, rules: Rules): CheckpointStep[] {
  const { key, escalation } = checkpoint;
  const missed = missedOn(checkpoint, rules);
  const steps: CheckpointStep[] = missed === undefined ? [] : [{ step: "mark-missed", on: missed, key }];
  if (escalation === "bureau") return steps;
  const level = escalation === "none" ? "branch" : "bureau";
  return [{ step: "escalate", on: escalatesOn(checkpoint, level, rules), key, level }, ...steps];
}
