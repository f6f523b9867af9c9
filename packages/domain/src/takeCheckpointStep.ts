import type { Change } from "./change.ts";
import { remindersOf, type Timetable } from "./checkpoint.ts";
import type { CheckpointStep } from "./checkpointSteps.ts";
import type { EventType } from "./eventType.ts";
import type { Checkpoint } from "./secondment.ts";

/** A record of any kind that runs by a timetable. */
type Timed = { readonly checkpoints: Checkpoint[] };

/** Does one step to the checkpoint that it names; the dates written are those on which it was due. */
export function takeCheckpointStep<R extends Timed>(
  record: R,
  step: CheckpointStep,
  at: { scheme: Timetable; today: string },
): Change<R> {
  switch (step.step) {
    case "open-checkpoint":
      return onCheckpoint(record, step.key, "checkpoint.opened", { state: "open" });
    case "remind":
      return remind(record, step.key, at);
    case "mark-late":
      return onCheckpoint(record, step.key, "checkpoint.late", { state: "late" });
    case "mark-missed":
      return onCheckpoint(record, step.key, "checkpoint.missed", { state: "missed" });
    case "escalate":
      return onCheckpoint(record, step.key, "checkpoint.escalated", { escalation: step.level });
  }
}

function onCheckpoint<R extends Timed>(
  record: R,
  key: Checkpoint["key"],
  type: EventType,
  facts: Partial<Checkpoint>,
): Change<R> {
  const checkpoints = record.checkpoints.map((each) => (each.key === key ? { ...each, ...facts } : each));
  return { after: { ...record, checkpoints }, event: { type, change: { checkpoint: key, ...facts } } };
}

/** The latest reminder whose day has come is sent, earlier ones that nobody sent are skipped. */
function remind<R extends Timed>(
  record: R,
  key: Checkpoint["key"],
  at: { scheme: Timetable; today: string },
): Change<R> {
  const checkpoint = record.checkpoints.find((each) => each.key === key);
  const past = checkpoint ? remindersOf(checkpoint, at.scheme).filter((on) => on <= at.today) : [];
  const change = onCheckpoint(record, key, "checkpoint.reminded", { reminded: past.length });
  const skipped = past.slice(checkpoint?.reminded ?? 0, -1);
  const facts = { ...change.event.change, sent: past.at(-1), ...(skipped.length > 0 && { skipped }) };
  return { ...change, event: { ...change.event, change: facts } };
}
