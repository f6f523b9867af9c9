import type { Change } from "./change.ts";
import { nextStep } from "./nextStep.ts";
import type { Scheme } from "./scheme.ts";
import type { Secondment } from "./secondment.ts";
import { takeStep } from "./takeStep.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/**
 * The steps that were due before a person acts, taken one after the other: whoever comes first, the workflow or the
 * person, the record goes through the same states.
 */
export function catchUp(
  secondment: Secondment,
  rules: { scheme: Scheme; calendar: WorkCalendar },
  today: string,
): Change[] {
  const changes: Change[] = [];
  let at = secondment;
  for (
    let step = nextStep(at, rules, today);
    step.step !== "nothing-left";
    step = nextStep(at, rules, today)
  ) {
    const change = takeStep(at, step, rules.scheme, today);
    const after = { ...change.after, version: at.version + 1 };
    changes.push({ ...change, after });
    at = after;
  }
  return changes;
}
