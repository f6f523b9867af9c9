import type { Step } from "@dunmiao/domain/nextStep";
import type { PairStep } from "@dunmiao/domain/pair/pairSteps";
import { catchAll, outageStates, retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const progressTasks = ["decide", "takeStep", "flag"] as const;

/** A state of its own for each step of any kind, so that the console shows what happened. */
const stateOf: Record<(Step | PairStep)["step"], string> = {
  "open-checkpoint": "Open checkpoint",
  remind: "Remind",
  "mark-late": "Mark late",
  "mark-missed": "Mark missed",
  escalate: "Escalate",
  warn: "Warn",
  "open-review": "Open review",
  "close-review": "Close review",
  "give-notice": "Give notice",
  complete: "Complete",
};

/** Decide → one named task, which names the next … until nothing is left; input {kind, id, asOf}. */
export function progressDefinition(resources: Resources<(typeof progressTasks)[number]>): Definition {
  const steps = Object.entries(stateOf);
  const take = {
    Type: "Task",
    Resource: resources.takeStep,
    Retry: retry,
    Catch: catchAll,
    Next: "What is next",
  };
  return {
    Comment: "Does what is due for one record, one step at a time",
    StartAt: "Decide",
    TimeoutSeconds: 900,
    States: {
      Decide: {
        Type: "Task",
        Resource: resources.decide,
        Retry: retry,
        Catch: catchAll,
        Next: "What is next",
      },
      "What is next": {
        Type: "Choice",
        Choices: steps.map(([step, Next]) => ({ Variable: "$.step", StringEquals: step, Next })),
        Default: "Nothing left",
      },
      ...Object.fromEntries(steps.map(([, state]) => [state, take])),
      ...outageStates,
      "Flag for a person": { Type: "Task", Resource: resources.flag, Retry: retry, Next: "Nothing left" },
      "Nothing left": { Type: "Succeed" },
    },
  };
}
