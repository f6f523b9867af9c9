import type { MachineName } from "@dunmiao/workflow/deps";
import { type Alarm, alarm, counted, summed } from "./alarm.ts";
import type { Lambda } from "./functions.ts";
import { nameOf, place } from "./place.ts";
import { denyWithoutTls } from "./policies.ts";
import type { Settings } from "./settings.ts";
import type { Machine } from "./stateMachine.ts";

/** Everything that is watched. */
export type Watched = {
  table: aws.dynamodb.Table;
  machines: Record<MachineName, Machine>;
  functions: Record<string, Lambda>;
  failed: aws.sqs.Queue;
  api: aws.apigatewayv2.Api;
};

const hourSeconds = 3600;
/** A sweep a day, and two hours of patience. */
const hoursWithoutSweep = 26;
/** Metrics that one alarm can add up (CloudWatch's limit). */
const metricsPerAlarm = 10;

/** One topic, told of whatever needs a person. */
export function alarms({ stage, key, ...watched }: Watched & { stage: Settings; key: aws.kms.Key }) {
  const topic = new aws.sns.Topic("Alarms", { name: nameOf("alarms"), kmsMasterKeyId: key.arn });
  new aws.sns.TopicPolicy("AlarmsPolicy", { arn: topic.arn, policy: topicPolicy(topic) });
  stage.alarmEmails.map(
    (endpoint, at) =>
      new aws.sns.TopicSubscription(`AlarmsEmail${at}`, { topic: topic.arn, protocol: "email", endpoint }),
  );
  for (const each of all(watched)) alarm(each, topic);
  return topic;
}

function all(watched: Watched): Alarm[] {
  return [
    ...ofMachines(watched),
    ...ofFunctions(watched),
    ...ofStream(watched),
    ...ofSite(watched),
    ofTable(watched),
  ];
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

function ofStream({ functions, failed }: Watched): Alarm[] {
  const messages = { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" };
  const age = { namespace: "AWS/Lambda", metricName: "IteratorAge" };
  const FunctionName = functions.consumer?.name ?? "";
  return [
    {
      name: "failed-records",
      why: "Stream records failed for good: see the to-do list, then npm run redrive.",
      metric: { ...counted({ ...messages, dimensions: { QueueName: failed.name } }), statistic: "Maximum" },
      above: 0,
    },
    {
      name: "stream-behind",
      why: "The stream's consumer is more than ten minutes behind.",
      metric: { ...counted({ ...age, dimensions: { FunctionName } }), statistic: "Maximum" },
      above: 600_000,
    },
  ];
}

function ofSite({ api }: Watched): Alarm[] {
  const ofApi = { namespace: "AWS/ApiGateway", dimensions: { ApiId: api.id } };
  return [
    {
      name: "error-rate",
      why: "More than 1 % of the requests of 15 minutes failed with 5xx.",
      metric: { ...counted({ ...ofApi, metricName: "5xx" }), statistic: "Average" },
      above: 0.01,
      periods: 3,
    },
    {
      name: "slow-p99",
      why: "One request in a hundred takes longer than 3 seconds, for 15 minutes.",
      metric: { ...counted({ ...ofApi, metricName: "Latency" }), statistic: "p99" },
      above: 3_000,
      periods: 3,
    },
  ];
}

function ofTable({ table }: Watched): Alarm {
  const metrics = ["ReadThrottleEvents", "WriteThrottleEvents"].map((metricName) => ({
    namespace: "AWS/DynamoDB",
    metricName,
    dimensions: { TableName: table.name },
  }));
  return { name: "table-throttled", why: "The table throttled requests.", metric: summed(metrics), above: 0 };
}

function topicPolicy(topic: aws.sns.Topic) {
  const { account } = place();
  const publish = {
    Sid: "AlarmsPublish",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topic.arn,
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  };
  const Statement = [publish, denyWithoutTls("sns:Publish", topic.arn)];
  return $jsonStringify({ Version: "2012-10-17", Statement });
}
