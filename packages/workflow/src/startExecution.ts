import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import type { MachineName, WorkflowDeps } from "./deps.ts";

/**
 * Starts executions through Step Functions; `arns` come from the environment. An existing name is success; a machine
 * that `arns` does not name is an error.
 */
export function executionStarter(arns: Partial<Record<MachineName, string>>): WorkflowDeps["start"] {
  const client = new SFNClient({ maxAttempts: 5 });
  return async (machine, name, input) => {
    const stateMachineArn = arns[machine];
    if (!stateMachineArn) throw new Error(`this function may not start ${machine}`);
    try {
      const request = { stateMachineArn, name, input: JSON.stringify(input) };
      await client.send(new StartExecutionCommand(request));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
}
