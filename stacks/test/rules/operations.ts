import { all, must, nameIn, one, type Rules, same } from "./look.ts";
import { arnOf } from "./workflow.ts";

const machineFails = {
  metrics: ["ExecutionsAborted", "ExecutionsFailed", "ExecutionsTimedOut"],
  bound: "> 0 in 1",
};
/** What must be watched, and how: metric, bound, periods. */
const watched: Readonly<Record<string, { metrics: string[]; bound: string }>> = {
  "progress-failed": machineFails,
  "daily-sweep-failed": machineFails,
  "import-cohort-failed": machineFails,
  "recount-calendar-failed": machineFails,
  "close-day-failed": machineFails,
  "export-audit-failed": machineFails,
  "verify-records-failed": machineFails,
  "sweep-not-run": { metrics: ["ExecutionsSucceeded"], bound: "< 1 in 26" },
  "failed-records": { metrics: ["ApproximateNumberOfMessagesVisible"], bound: "> 0 in 1" },
  "stream-behind": { metrics: ["IteratorAge"], bound: "> 600000 in 1" },
  "functions-throttled-1": { metrics: ["Throttles"], bound: "> 0 in 1" },
  "functions-throttled-2": { metrics: ["Throttles"], bound: "> 0 in 1" },
  "table-throttled": { metrics: ["ReadThrottleEvents", "WriteThrottleEvents"], bound: "> 0 in 1" },
  "error-rate": { metrics: ["5xx"], bound: "> 0.01 in 3" },
  "slow-p99": { metrics: ["Latency"], bound: "> 3000 in 3" },
};

type Query = { metric?: { metricName: string; dimensions: Record<string, string> } };

export const operationRules: Rules = {
  "what must be watched is watched": (synth) => {
    const alarms = all(synth, "cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs);
    return [
      ...same(
        "alarms",
        alarms.map(({ name }) => String(name)).toSorted(),
        Object.keys(watched)
          .map((each) => nameIn(synth, each))
          .toSorted(),
      ),
      ...alarms.flatMap((alarm) => {
        const wanted = watched[alarm.name.replace(nameIn(synth, ""), "")];
        const queries = (alarm.metricQueries ?? []) as Query[];
        const metrics = alarm.metricName
          ? [alarm.metricName]
          : queries.flatMap(({ metric }) => metric?.metricName ?? []);
        const sign = { GreaterThanThreshold: ">", LessThanThreshold: "<" }[
          alarm.comparisonOperator as string
        ];
        return [
          ...same(`metrics of ${alarm.name}`, [...new Set<string>(metrics)].toSorted(), wanted?.metrics),
          ...same(
            `bound of ${alarm.name}`,
            `${sign} ${alarm.threshold} in ${alarm.datapointsToAlarm}`,
            wanted?.bound,
          ),
          ...must(queries.length <= 11, `${alarm.name} adds up more than ten metrics`),
        ];
      }),
    ];
  },
  "a missing sweep is an alarm, other silence is not": (synth) =>
    all(synth, "cloudwatch/metricAlarm:MetricAlarm").flatMap(({ name, inputs }) =>
      same(
        `${name} when nothing comes`,
        inputs.treatMissingData,
        name === "SweepNotRunAlarm" ? "breaching" : "notBreaching",
      ),
    ),
  "hours without a sweep are hours": (synth) =>
    same("period", one(synth, "cloudwatch/metricAlarm:MetricAlarm", "SweepNotRunAlarm").inputs.period, 3600),
  "every function is watched for throttling": (synth) => {
    const queries = all(synth, "cloudwatch/metricAlarm:MetricAlarm").flatMap(
      ({ inputs }) => (inputs.metricQueries ?? []) as Query[],
    );
    const seen = queries.flatMap(({ metric }) => metric?.dimensions.FunctionName ?? []);
    const functions = all(synth, "lambda/function:Function").map(({ inputs }) => String(inputs.name));
    return same("watched functions", seen.toSorted(), functions.toSorted());
  },
  "every alarm tells the one topic": (synth) => {
    const topic = arnOf(synth, "sns", nameIn(synth, "alarms"));
    return all(synth, "cloudwatch/metricAlarm:MetricAlarm").flatMap(({ name, inputs }) =>
      same(`${name} tells`, [inputs.alarmActions, inputs.okActions], [[topic], [topic]]),
    );
  },
  "logs end, in production not before six months": (synth) =>
    all(synth, "cloudwatch/logGroup:LogGroup").flatMap(({ name, inputs }) => [
      ...must(inputs.retentionInDays > 0, `${name} is kept for ever`),
      ...must(synth.app.stage !== "production" || inputs.retentionInDays >= 180, `${name} ends too early`),
    ]),
  "a dashboard shows the stage": (synth) => {
    const { dashboardBody } = one(synth, "cloudwatch/dashboard:Dashboard").inputs;
    const { widgets } = JSON.parse(dashboardBody);
    return [
      ...must(widgets.length >= 8, "too few widgets"),
      ...must(dashboardBody.includes(nameIn(synth, "records")), "another stage's dashboard"),
    ];
  },
  "nothing names another partition or a service that China lacks": (synth) => {
    const text = JSON.stringify(synth.resources);
    const other = synth.place.partition === "aws" ? /arn:aws-cn:/ : /arn:aws:|"aws":\s*"arn:aws:/;
    const types = new Set(synth.resources.map(({ type }) => type));
    const lacking = [
      "aws:lambda/functionUrl",
      "aws:xray/",
      "aws:cloudfront/",
      "aws:cognito/",
      "aws:appsync/",
    ];
    return [
      ...must(!other.test(text), "an ARN of another partition"),
      ...[...types]
        .filter((type) => lacking.some((each) => type.startsWith(each)))
        .map((type) => `${type} in China`),
    ];
  },
};
