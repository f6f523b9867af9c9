import { failedTopic } from "./failedRecords.ts";
import { type Ground, lambda } from "./functions.ts";
import { nameOf } from "./place.ts";
import type { Statement } from "./policies.ts";

/** What reaches the consumer: a record's own item that has a due date. The consumer looks again. */
const recordsThatAreDue = {
  dynamodb: { Keys: { sk: { S: ["RECORD"] } }, NewImage: { dueAt: { S: [{ exists: true }] } } },
};

/** The consumer of the table's stream, and what becomes of records that it cannot work on. */
export function stream(ground: Ground) {
  const { key, table } = ground;
  const reading: Statement = {
    Effect: "Allow",
    Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    Resource: table.streamArn,
  };
  // Lambda asks for it before it reads a stream, and IAM cannot limit it to one.
  const listing: Statement = { Effect: "Allow", Action: ["dynamodb:ListStreams"], Resource: "*" };
  const { topic, queue, flagging } = failedTopic(ground);
  const telling: Statement[] = [
    { Effect: "Allow", Action: ["sns:Publish"], Resource: topic.arn },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
  ];
  const consumer = lambda("onEvent", ground, {
    handler: "packages/workflow/src/lambda/onEvent.handler",
    timeoutSeconds: 60,
    services: [reading, listing, ...telling],
  });
  new aws.lambda.EventSourceMapping("StreamMapping", {
    eventSourceArn: table.streamArn,
    functionName: consumer.arn,
    startingPosition: "TRIM_HORIZON",
    batchSize: 100,
    maximumBatchingWindowInSeconds: 1,
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: 8,
    maximumRecordAgeInSeconds: 3_600,
    functionResponseTypes: ["ReportBatchItemFailures"],
    filterCriteria: { filters: [{ pattern: JSON.stringify(recordsThatAreDue) }] },
    destinationConfig: { onFailure: { destinationArn: topic.arn } },
    tags: { Name: nameOf("stream") },
  });
  return { consumer, flagging, failed: queue };
}
