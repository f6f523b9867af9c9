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

type Request = { stateMachineArn: string; name: string; input: string };
/** What starting asks of Step Functions, or of what stands for it. */
export type Starting = {
  /** False where the name is taken. */
  start(request: Request): Promise<boolean>;
  statusOf(executionArn: string): Promise<string | undefined>;
};

/**
 * Starts executions, through Step Functions unless told; `arns` come from the environment. A name that is taken is success while
 * its execution runs or after it succeeded; one that failed, timed out or was aborted is started again as a further
 * attempt, under a name of its own. A machine that `arns` does not name is an error.
 */
export function executionStarter(
  arns: Partial<Record<MachineName, string>>,
  starting: Starting = stepFunctions(new SFNClient({ maxAttempts: 5 })),
): WorkflowDeps["start"] {
  return async (machine, name, input) => {
    const stateMachineArn = arns[machine];
    if (!stateMachineArn) throw new Error(`this function may not start ${machine}`);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const request = { stateMachineArn, name: attemptName(name, attempt), input: JSON.stringify(input) };
      if (await isStarted(starting, request)) return;
    }
    logger.warn("No further attempt today", { code: "execution.given-up", machine });
  };
}

/** False when the name is taken by an execution that came to no good end. */
async function isStarted(starting: Starting, request: Request): Promise<boolean> {
  if (await starting.start(request)) return true;
  const executions = request.stateMachineArn.replace(":stateMachine:", ":execution:");
  const status = await starting.statusOf(`${executions}:${request.name}`);
  return status === "RUNNING" || status === "SUCCEEDED";
}

function stepFunctions(client: SFNClient): Starting {
  return {
    start: async (request) => {
      try {
        await client.send(new StartExecutionCommand(request));
        return true;
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return false;
        throw error;
      }
    },
    statusOf: async (executionArn) =>
      (await client.send(new DescribeExecutionCommand({ executionArn }))).status,
  };
}
