import { outageNames } from "@dunmiao/store/engine/outage";
import { outageState, outageStates, retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const exportAuditTasks = ["exportPage", "sealExport", "failExport"] as const;

/**
 * Writes an audit export page by page and makes it one file; input {exportId, asOf}. What was written stays written
 * however often it is started again; where it cannot go on, the export says so.
 */
export function exportAuditDefinition(resources: Resources<(typeof exportAuditTasks)[number]>): Definition {
  const goOn = [
    { ErrorEquals: outageNames, ResultPath: "$.failure", Next: outageState },
    { ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "Say that it failed" },
  ];
  const common = { Type: "Task", Retry: retry, Catch: goOn };
  return {
    Comment: "Writes an audit export",
    StartAt: "Write a page",
    TimeoutSeconds: 86_400,
    States: {
      "Write a page": { ...common, Resource: resources.exportPage, Next: "What is next" },
      "What is next": {
        Type: "Choice",
        Choices: [
          { Variable: "$.next", StringEquals: "more", Next: "Write a page" },
          { Variable: "$.next", StringEquals: "seal", Next: "Seal the export" },
        ],
        Default: "Done",
      },
      "Seal the export": { ...common, Resource: resources.sealExport, Next: "Done" },
      ...outageStates,
      "Say that it failed": { Type: "Task", Resource: resources.failExport, Retry: retry, Next: "Done" },
      Done: { Type: "Succeed" },
    },
  };
}
