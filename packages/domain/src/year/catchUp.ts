import type { Change } from "../change.ts";
import { nextStep } from "../nextStep.ts";
import { type Message, messageOf } from "../notification.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { takeStep } from "./takeStep.ts";

/** A step of the workflow that was due, and whom it would have told. */
export type DueStep = Change & { message: Message | undefined };

/**
 * The steps that were due before a person acts, taken one after the other: whoever comes first, the workflow or the
 * person, the record goes through the same states.
 */
export function catchUp(
  secondment: Secondment,
  rules: { scheme: Scheme; calendar: WorkCalendar },
  today: string,
): DueStep[] {
  const changes: DueStep[] = [];
  let at = secondment;
  for (
    let step = nextStep(at, rules, today);
    step.step !== "nothing-left";
    step = nextStep(at, rules, today)
  ) {
    const change = takeStep(at, step, rules.scheme, today);
    const after = { ...change.after, version: at.version + 1 };
    const message = messageOf(after, step, { scheme: rules.scheme, on: today });
    changes.push({ ...change, after, message });
    at = after;
  }
  return changes;
}
