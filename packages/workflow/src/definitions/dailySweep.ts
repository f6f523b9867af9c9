import { retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const dailySweepTasks = ["fixDay", "listDue", "startProgress", "continueSweep"] as const;

/** Lists what is due page by page and starts one execution per id; input {asOf?, kind?, after?}. */
export function dailySweepDefinition(resources: Resources<(typeof dailySweepTasks)[number]>): Definition {
  return {
    Comment: "Starts the work of everything that is due on one day",
    StartAt: "Fix the day",
    TimeoutSeconds: 14_400,
    States: {
      "Fix the day": { Type: "Task", Resource: resources.fixDay, Retry: retry, Next: "List due" },
      "List due": { Type: "Task", Resource: resources.listDue, Retry: retry, Next: "Start progress" },
      "Start progress": {
        Type: "Task",
        Resource: resources.startProgress,
        Retry: retry,
        Next: "Is there more",
      },
      "Is there more": {
        Type: "Choice",
        Choices: [
          { Variable: "$.next", StringEquals: "more", Next: "List due" },
          { Variable: "$.next", StringEquals: "continue", Next: "Continue as new" },
        ],
        Default: "Done",
      },
      "Continue as new": { Type: "Task", Resource: resources.continueSweep, Retry: retry, Next: "Done" },
      Done: { Type: "Succeed" },
    },
  };
}
