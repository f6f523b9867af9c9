import * as z from "zod";
import type { MachineName, WorkflowDeps } from "../deps.ts";
import { executionStarter } from "../startExecution.ts";

/** The variable that names each state machine that a function may start. */
export const machineVariables = {
  progress: "PROGRESS_ARN",
  "daily-sweep": "DAILY_SWEEP_ARN",
  "import-cohort": "IMPORT_COHORT_ARN",
  "recount-calendar": "RECOUNT_CALENDAR_ARN",
  "close-day": "CLOSE_DAY_ARN",
  "export-audit": "EXPORT_AUDIT_ARN",
  "verify-records": "VERIFY_RECORDS_ARN",
} as const satisfies Record<MachineName, string>;

/**
 * Starts executions of the machines that the environment names.
 * @throws ZodError when one of `machines` is not named
 */
export function starterOf(...machines: readonly MachineName[]): WorkflowDeps["start"] {
  const arn = z.string().startsWith("arn:");
  const named = machines.map((machine) => [machine, arn.parse(process.env[machineVariables[machine]])]);
  return executionStarter(Object.fromEntries(named));
}
