import { catchAll, outageStates, retry } from "../retry.ts";
import type { Definition, Resources } from "./asl.ts";

export const importCohortTasks = ["importChunk", "finishImport", "flag"] as const;

/** Writes a confirmed file chunk by chunk; input {importId, asOf}. */
export function importCohortDefinition(resources: Resources<(typeof importCohortTasks)[number]>): Definition {
  const common = { Type: "Task", Retry: retry, Catch: catchAll };
  return {
    Comment: "Brings in the rows of one confirmed file",
    StartAt: "Import chunk",
    TimeoutSeconds: 7_200,
    States: {
      "Import chunk": { ...common, Resource: resources.importChunk, Next: "Is there more" },
      "Is there more": {
        Type: "Choice",
        Choices: [{ Variable: "$.next", StringEquals: "more", Next: "Import chunk" }],
        Default: "Finish import",
      },
      "Finish import": { ...common, Resource: resources.finishImport, Next: "Done" },
      ...outageStates,
      "Flag for a person": { Type: "Task", Resource: resources.flag, Retry: retry, Next: "Done" },
      Done: { Type: "Succeed" },
    },
  };
}
