import { retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const verifyRecordsTasks = ["verifyPage"] as const;

/**
 * Checks the day's part of the live table, page by page; input {asOf}. It fails loudly, like the sweep; the next one goes
 * on where it stopped.
 */
export function verifyRecordsDefinition(
  resources: Resources<(typeof verifyRecordsTasks)[number]>,
): Definition {
  return {
    Comment: "Checks a part of the live table and tells of what does not agree",
    StartAt: "Verify a page",
    TimeoutSeconds: 14_400,
    States: {
      "Verify a page": {
        Type: "Task",
        Resource: resources.verifyPage,
        Retry: retry,
        Next: "Is there more",
      },
      "Is there more": {
        Type: "Choice",
        Choices: [{ Variable: "$.next", StringEquals: "more", Next: "Verify a page" }],
        Default: "Done",
      },
      Done: { Type: "Succeed" },
    },
  };
}
