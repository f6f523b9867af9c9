import { type Alarm, counted, summed } from "./alarm.ts";
import type { Watched } from "./watched.ts";

const hourSeconds = 3600;
/** A sweep a day, and two hours of patience. */
const hoursWithoutSweep = 26;
/** Metrics that one alarm can add up (CloudWatch's limit). */
const metricsPerAlarm = 10;

/** Machines that fail, a sweep that does not come, functions that are throttled. */
export function workflowAlarms(watched: Watched): Alarm[] {
  return [...ofMachines(watched), ...ofFunctions(watched)];
}

function ofMachines({ machines }: Watched): Alarm[] {
  const states = { namespace: "AWS/States" };
  const failing = Object.entries(machines).map(([name, { arn }]) => ({
    name: `${name}-failed`,
    why: `An execution of ${name} failed, timed out or was aborted.`,
    metric: summed(
      ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"].map((metricName) => ({
        ...states,
        metricName,
        dimensions: { StateMachineArn: arn },
      })),
    ),
    above: 0,
  }));
  const sweep = { StateMachineArn: machines["daily-sweep"].arn };
  return [
    ...failing,
    {
      name: "sweep-not-run",
      why: `No daily sweep has succeeded for ${hoursWithoutSweep} hours.`,
      metric: counted({ ...states, metricName: "ExecutionsSucceeded", dimensions: sweep }, hourSeconds),
      below: 1,
      periods: hoursWithoutSweep,
      whenMissing: "breaching",
    },
  ];
}

function ofFunctions({ functions }: Watched): Alarm[] {
  const names = Object.values(functions).map(({ name }) => name);
  const groups = Array.from({ length: Math.ceil(names.length / metricsPerAlarm) }, (_, at) =>
    names.slice(at * metricsPerAlarm, (at + 1) * metricsPerAlarm),
  );
  return groups.map((group, at) => ({
    name: `functions-throttled-${at + 1}`,
    why: "Functions were throttled: the account's concurrency is used up.",
    metric: summed(
      group.map((FunctionName) => ({
        namespace: "AWS/Lambda",
        metricName: "Throttles",
        dimensions: { FunctionName },
      })),
    ),
    above: 0,
  }));
}
