import type { Change } from "./change.ts";
import { remindersOf, type Timetable } from "./checkpoint.ts";
import type { CheckpointStep } from "./checkpointSteps.ts";
import type { EventOf } from "./eventType.ts";
import type { Checkpoint } from "./secondment.ts";

/** A record of any kind that runs by a timetable. */
type Timed = { readonly checkpoints: Checkpoint[] };
type Became = "opened" | "reminded" | "late" | "missed" | "escalated";
/** What a step to a checkpoint says, of a record of any kind. */
export type CheckpointEvent = EventOf<`checkpoint.${Became}`>;

/** Does one step to the checkpoint that it names; the dates written are those on which it was due. */
export function takeCheckpointStep<R extends Timed>(
  record: R,
  step: CheckpointStep,
  at: { scheme: Timetable; today: string },
): Change<R, CheckpointEvent> {
  const { key } = step;
  switch (step.step) {
    case "open-checkpoint":
      return onCheckpoint(record, key, { state: "open" }, (change) => ({
        type: "checkpoint.opened",
        change,
      }));
    case "remind":
      return remind(record, key, at);
    case "mark-late":
      return onCheckpoint(record, key, { state: "late" }, (change) => ({ type: "checkpoint.late", change }));
    case "mark-missed":
      return onCheckpoint(record, key, { state: "missed" }, (change) => ({
        type: "checkpoint.missed",
        change,
      }));
    case "escalate": {
      const facts = { escalation: step.level };
      return onCheckpoint(record, key, facts, (change) => ({ type: "checkpoint.escalated", change }));
    }
  }
}

function onCheckpoint<R extends Timed, const F extends Partial<Checkpoint>>(
  record: R,
  key: Checkpoint["key"],
  facts: F,
  eventOf: (said: F & { checkpoint: string }) => CheckpointEvent,
): Change<R, CheckpointEvent> {
  const checkpoints = record.checkpoints.map((each) => (each.key === key ? { ...each, ...facts } : each));
  return { after: { ...record, checkpoints }, event: eventOf({ checkpoint: key, ...facts }) };
}

/** The latest reminder whose day has come is sent, earlier ones that nobody sent are skipped. */
function remind<R extends Timed>(
  record: R,
  key: Checkpoint["key"],
  at: { scheme: Timetable; today: string },
): Change<R, CheckpointEvent> {
  const checkpoint = record.checkpoints.find((each) => each.key === key);
  const past = checkpoint ? remindersOf(checkpoint, at.scheme).filter((on) => on <= at.today) : [];
  const skipped = past.slice(checkpoint?.reminded ?? 0, -1);
  const sent = { sent: past.at(-1), ...(skipped.length > 0 && { skipped }) };
  return onCheckpoint(record, key, { reminded: past.length }, (said) => ({
    type: "checkpoint.reminded",
    change: { ...said, ...sent },
  }));
}
