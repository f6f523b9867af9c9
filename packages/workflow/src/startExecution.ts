import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import type { MachineName, WorkflowDeps } from "./deps.ts";
import { logger } from "./log.ts";
import { attemptName } from "./names.ts";

/** Attempts at the same work on the same day; what fails more often has been put before a person. */
const mostAttempts = 10;

/**
 * Starts executions through Step Functions; `arns` come from the environment. A name that is taken is success while
 * its execution runs or after it succeeded; one that failed, timed out or was aborted is started again as a further
 * attempt, under a name of its own. A machine that `arns` does not name is an error.
 */
export function executionStarter(arns: Partial<Record<MachineName, string>>): WorkflowDeps["start"] {
  const client = new SFNClient({ maxAttempts: 5 });
  return async (machine, name, input) => {
    const stateMachineArn = arns[machine];
    if (!stateMachineArn) throw new Error(`this function may not start ${machine}`);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const request = { stateMachineArn, name: attemptName(name, attempt), input: JSON.stringify(input) };
      if (await isStarted(client, request)) return;
    }
    logger.warn("No further attempt today", { code: "execution.given-up", machine });
  };
}

type Request = { stateMachineArn: string; name: string; input: string };

/** False when the name is taken by an execution that came to no good end. */
async function isStarted(client: SFNClient, request: Request): Promise<boolean> {
  try {
    await client.send(new StartExecutionCommand(request));
    return true;
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
  const executions = request.stateMachineArn.replace(":stateMachine:", ":execution:");
  const executionArn = `${executions}:${request.name}`;
  const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
  return status === "RUNNING" || status === "SUCCEEDED";
}
