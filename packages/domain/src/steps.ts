import type { Change } from "./change.ts";
import type { DatedStep } from "./earliest.ts";
import type { EventOfKind } from "./eventType.ts";
import type { StepMessage } from "./pairMessage.ts";

/** What is asked of a kind of record that moves by itself: what comes next, how it is done, and whom it tells. */
export type Steps<R, Rules, S extends DatedStep, E extends EventOfKind = EventOfKind> = {
  /** The first step that is due on a date; undefined when nothing is left. */
  readonly next: (record: R, rules: Rules, today: string) => S | undefined;
  readonly take: (record: R, step: S, rules: Rules, today: string) => Change<R, E>;
  readonly tell: (after: R, step: S, at: { rules: Rules; on: string }) => StepMessage | undefined;
};

/** A step of the workflow that was due, and whom it would have told. */
export type DueStep<R, E extends EventOfKind = EventOfKind> = Change<R, E> & {
  message: StepMessage | undefined;
};

/**
 * The steps that were due before a person acts, taken one after the other: whoever comes first, the workflow or the
 * person, the record goes through the same states.
 */
export function dueSteps<R extends { version: number }, Rules, S extends DatedStep, E extends EventOfKind>(
  kind: Steps<R, Rules, S, E>,
  record: R,
  rules: Rules,
  today: string,
): DueStep<R, E>[] {
  const changes: DueStep<R, E>[] = [];
  let at = record;
  for (let step = kind.next(at, rules, today); step; step = kind.next(at, rules, today)) {
    const change = kind.take(at, step, rules, today);
    const after = { ...change.after, version: at.version + 1 };
    changes.push({ ...change, after, message: kind.tell(after, step, { rules, on: today }) });
    at = after;
  }
  return changes;
}
