import { type Alarm, counted, summed } from "./alarm.ts";
import type { Watched } from "./watched.ts";

/** Records that failed, a stream that falls behind, a table that throttles. */
export function dataAlarms(watched: Watched): Alarm[] {
  return [...ofStream(watched), ofTable(watched)];
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

function ofTable({ table }: Watched): Alarm {
  const metrics = ["ReadThrottleEvents", "WriteThrottleEvents"].map((metricName) => ({
    namespace: "AWS/DynamoDB",
    metricName,
    dimensions: { TableName: table.name },
  }));
  return { name: "table-throttled", why: "The table throttled requests.", metric: summed(metrics), above: 0 };
}
