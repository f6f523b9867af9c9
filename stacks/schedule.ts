import { nameOf } from "./place.ts";
import { serviceRole } from "./policies.ts";
import type { Settings } from "./settings.ts";
import type { Machine } from "./stateMachine.ts";

const shanghaiAheadMinutes = 8 * 60;
const dayMinutes = 24 * 60;

/** Starts the sweep once a day. Rules count in UTC; Asia/Shanghai has no summer time. */
export function sweepDaily({ sweepAt }: Settings, sweep: Machine): void {
  const { role } = serviceRole("Schedule", {
    name: nameOf("schedule"),
    service: "events.amazonaws.com",
    statements: [{ Effect: "Allow", Action: ["states:StartExecution"], Resource: sweep.arn }],
  });
  const rule = new aws.cloudwatch.EventRule("DailySweepRule", {
    name: nameOf("daily-sweep"),
    description: `Daily sweep at ${sweepAt} Asia/Shanghai`,
    scheduleExpression: cronOf(sweepAt),
  });
  // An empty input: the machine fixes the day itself, and nothing of the event gets into it.
  new aws.cloudwatch.EventTarget("DailySweepTarget", {
    rule: rule.name,
    arn: sweep.arn,
    roleArn: role.arn,
    input: "{}",
  });
}

/** The rule's expression in UTC for a time of day in Asia/Shanghai, HH:MM. */
export function cronOf(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const utc = (hours * 60 + minutes - shanghaiAheadMinutes + dayMinutes) % dayMinutes;
  return `cron(${utc % 60} ${Math.floor(utc / 60)} * * ? *)`;
}
