import { type Mutation, mutation } from "./mutation.ts";

const streamRule = "the stream's consumer reports single records, gives up in the end and tells a topic";

/** Mistakes in machines, schedule and stream. */
export const workMutations: readonly Mutation[] = [
  mutation(
    "logs of machines hold data",
    "stateMachine",
    ["includeExecutionData: false", "includeExecutionData: true"],
    "logs of machines hold errors, no data",
  ),
  mutation(
    "express machines",
    "stateMachine",
    ['type: "STANDARD"', 'type: "EXPRESS"'],
    "machines are standard ones without tracing",
  ),
  mutation(
    "two machines get each other's definition",
    "workflow",
    [
      'machine("import-cohort", importCohortTasks, importCohortDefinition)',
      'machine("import-cohort", importCohortTasks, recountCalendarDefinition)',
    ],
    "the machines are those of the workflow package, over the functions of this stage",
  ),
  mutation(
    "two tasks are swapped",
    "workflow",
    ["decide: tasks.decide.arn", "decide: tasks.takeStep.arn"],
    "the machines are those of the workflow package, over the functions of this stage",
  ),
  mutation(
    "the sweep runs at 06:00 UTC",
    "cron",
    ["const shanghaiAheadMinutes = 8 * 60;", "const shanghaiAheadMinutes = 0;"],
    "the sweep starts every day at 06:00 in Shanghai, with nothing of the event in it",
  ),
  mutation(
    "the event gets into the sweep",
    "schedule",
    ['input: "{}",', ""],
    "the sweep starts every day at 06:00 in Shanghai, with nothing of the event in it",
  ),
  mutation("a failed record stops the shard", "stream", ["maximumRetryAttempts: 8,", ""], streamRule),
  mutation(
    "the answers of the consumer are not read",
    "stream",
    ['functionResponseTypes: ["ReportBatchItemFailures"],', ""],
    streamRule,
  ),
  mutation(
    "failed records go nowhere",
    "stream",
    ["destinationConfig: { onFailure: { destinationArn: topic.arn } },", ""],
    streamRule,
  ),
  mutation(
    "failed records do not reach the to-do list",
    "failedRecords",
    ['protocol: "lambda",', 'protocol: "email",'],
    "a failed record is kept in the queue and put on the to-do list",
  ),
];
