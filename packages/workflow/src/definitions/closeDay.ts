import { retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const closeDayTasks = ["closePage", "signDay"] as const;

/**
 * Closes every day before `asOf` that is not closed yet, page by page, and signs the head of each; input {asOf}. It fails
 * loudly, like the sweep: an alarm says so, and the next sweep goes on where it stopped.
 */
export function closeDayDefinition(resources: Resources<(typeof closeDayTasks)[number]>): Definition {
  return {
    Comment: "Appends what was changed on a day to the tree and signs its head",
    StartAt: "Close a page",
    TimeoutSeconds: 14_400,
    States: {
      "Close a page": { Type: "Task", Resource: resources.closePage, Retry: retry, Next: "What is next" },
      "What is next": {
        Type: "Choice",
        Choices: [
          { Variable: "$.next", StringEquals: "more", Next: "Close a page" },
          { Variable: "$.next", StringEquals: "sign", Next: "Sign the day" },
        ],
        Default: "Done",
      },
      "Sign the day": { Type: "Task", Resource: resources.signDay, Retry: retry, Next: "Close a page" },
      Done: { Type: "Succeed" },
    },
  };
}
