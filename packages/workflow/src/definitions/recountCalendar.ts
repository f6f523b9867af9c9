import { catchAll, outageStates, retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const recountCalendarTasks = ["recountPage", "flag"] as const;

/** Recounts everyone under a confirmed notice, page by page; input {noticeId, asOf}. */
export function recountCalendarDefinition(
  resources: Resources<(typeof recountCalendarTasks)[number]>,
): Definition {
  return {
    Comment: "Applies a confirmed notice to every term that it touches",
    StartAt: "Recount page",
    TimeoutSeconds: 14_400,
    States: {
      "Recount page": {
        Type: "Task",
        Resource: resources.recountPage,
        Retry: retry,
        Catch: catchAll,
        Next: "Is there more",
      },
      "Is there more": {
        Type: "Choice",
        Choices: [{ Variable: "$.next", StringEquals: "more", Next: "Recount page" }],
        Default: "Done",
      },
      ...outageStates,
      "Flag for a person": { Type: "Task", Resource: resources.flag, Retry: retry, Next: "Done" },
      Done: { Type: "Succeed" },
    },
  };
}
