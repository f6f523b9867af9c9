import { cronOf } from "./cron.ts";
import { nameOf } from "./place.ts";
import { serviceRole } from "./policies.ts";
import type { Settings } from "./settings.ts";
import type { Machine } from "./stateMachine.ts";

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
