import { type Mutation, mutation } from "./mutation.ts";

const watchRule = "what must be watched is watched";

/** Mistakes in what is watched and logged. */
export const operationsMutations: readonly Mutation[] = [
  mutation(
    "logs are kept for ever",
    "functions",
    ["retentionInDays: stage.logDays,", ""],
    "logs end, in production not before six months",
  ),
  mutation("an alarm is missing", "alarms", [" ...dataAlarms(watched),", ""], watchRule),
  mutation(
    "alarms tell nobody",
    "alarm",
    ["alarmActions: [topic.arn],", ""],
    "every alarm tells the one topic",
  ),
  mutation(
    "a sweep that never ran is fine",
    "workflowAlarms",
    ['whenMissing: "breaching",', ""],
    "a missing sweep is an alarm, other silence is not",
  ),
  mutation(
    "an alarm after 26 periods of five minutes",
    "workflowAlarms",
    [", hourSeconds),", "),"],
    "hours without a sweep are hours",
  ),
];
