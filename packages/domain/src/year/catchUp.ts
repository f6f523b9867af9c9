import type { SecondmentEvent } from "../eventType.ts";
import { nextStep, type Step } from "../nextStep.ts";
import { messageOf } from "../notification.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";
import { type DueStep, dueSteps, type Steps } from "../steps.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { takeStep } from "./takeStep.ts";

type Rules = { scheme: Scheme; calendar: WorkCalendar };

/** How a secondment moves by itself. */
export const secondmentSteps: Steps<Secondment, Rules, Step, SecondmentEvent> = {
  next: (secondment, rules, today) => {
    const step = nextStep(secondment, rules, today);
    return step.step === "nothing-left" ? undefined : step;
  },
  take: (secondment, step, { scheme }, today) => takeStep(secondment, step, scheme, today),
  tell: (after, step, { rules: { scheme }, on }) => messageOf(after, step, { scheme, on }),
};

/** The steps of a secondment that were due before a person acts. */
export function catchUp(
  secondment: Secondment,
  rules: Rules,
  today: string,
): DueStep<Secondment, SecondmentEvent>[] {
  return dueSteps(secondmentSteps, secondment, rules, today);
}
