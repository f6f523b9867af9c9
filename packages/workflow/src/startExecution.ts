import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import type { MachineName, WorkflowDeps } from "./deps.ts";

/** Starts executions through Step Functions; `arns` come from the environment. An existing name is success. */
export function executionStarter(arns: Record<MachineName, string>): WorkflowDeps["start"] {
  const client = new SFNClient({ maxAttempts: 5 });
  return async (machine, name, input) => {
    try {
      const request = { stateMachineArn: arns[machine], name, input: JSON.stringify(input) };
      await client.send(new StartExecutionCommand(request));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
}
