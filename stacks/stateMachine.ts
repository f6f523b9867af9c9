import type { MachineName } from "@dunmiao/workflow/deps";
import type { Ground, Lambda } from "./functions.ts";
import { nameOf } from "./place.ts";
import { type Statement, serviceRole } from "./policies.ts";

export type Machine = aws.sfn.StateMachine;
type Of = { tasks: readonly Lambda[]; definition: $util.Output<object> };

/** Log delivery belongs to the account, not to a log: these actions take no resource. */
const logDelivery: Statement = {
  Effect: "Allow",
  Action: [
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
  ],
  Resource: "*",
};

/**
 * A standard state machine from its definition function. Its log holds states and errors, no input or output.
 * (SST's own component writes a timeout field that AWS refuses, and a broad role.)
 */
export function stateMachine(name: MachineName, { stage, key }: Ground, of: Of): Machine {
  const id = name.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());
  const log = new aws.cloudwatch.LogGroup(`${id}Log`, {
    name: `/aws/vendedlogs/states/${nameOf(name)}`,
    retentionInDays: stage.logDays,
    kmsKeyId: key.arn,
  });
  const invoke: Statement = {
    Effect: "Allow",
    Action: ["lambda:InvokeFunction"],
    Resource: of.tasks.map(({ arn }) => arn),
  };
  const { role, policy } = serviceRole(id, {
    name: nameOf(`${name}-machine`),
    service: "states.amazonaws.com",
    statements: [invoke, logDelivery],
  });
  return new aws.sfn.StateMachine(
    id,
    {
      name: nameOf(name),
      type: "STANDARD",
      roleArn: role.arn,
      definition: $jsonStringify(of.definition),
      loggingConfiguration: {
        level: "ERROR",
        includeExecutionData: false,
        logDestination: $interpolate`${log.arn}:*`,
      },
    },
    { dependsOn: policy },
  );
}
