import { type Ground, lambda } from "./functions.ts";
import { nameOf, place } from "./place.ts";
import { denyWithoutTls } from "./policies.ts";

const twoWeeksSeconds = 14 * 24 * 3600;

/** Failed stream records: a topic that keeps each in a queue, for a redrive, and puts it on the to-do list. */
export function failedTopic(ground: Ground) {
  const { key, table } = ground;
  const topic = new aws.sns.Topic("FailedRecords", {
    name: nameOf("failed-records"),
    kmsMasterKeyId: key.arn,
  });
  const queue = new aws.sqs.Queue("FailedRecordsQueue", {
    name: nameOf("failed-records"),
    messageRetentionSeconds: twoWeeksSeconds,
    visibilityTimeoutSeconds: 120,
    kmsMasterKeyId: key.arn,
  });
  const flagging = lambda("flagFailedRecords", ground, {
    handler: "packages/workflow/src/lambda/flagFailedRecords.handler",
    timeoutSeconds: 60,
    services: [
      {
        Effect: "Allow",
        Action: ["dynamodb:GetRecords", "dynamodb:GetShardIterator"],
        Resource: table.streamArn,
      },
    ],
  });
  new aws.sqs.QueuePolicy("FailedRecordsQueuePolicy", {
    queueUrl: queue.url,
    policy: queuePolicy(queue, topic),
  });
  new aws.sns.TopicPolicy("FailedRecordsPolicy", { arn: topic.arn, policy: topicPolicy(topic) });
  new aws.sns.TopicSubscription("FailedRecordsKept", {
    topic: topic.arn,
    protocol: "sqs",
    endpoint: queue.arn,
    rawMessageDelivery: true,
  });
  new aws.lambda.Permission("FailedRecordsMayCall", {
    action: "lambda:InvokeFunction",
    function: flagging.name,
    principal: "sns.amazonaws.com",
    sourceArn: topic.arn,
  });
  new aws.sns.TopicSubscription("FailedRecordsFlagged", {
    topic: topic.arn,
    protocol: "lambda",
    endpoint: flagging.arn,
  });
  return { topic, queue, flagging };
}

function queuePolicy(queue: aws.sqs.Queue, topic: aws.sns.Topic) {
  const keep = {
    Sid: "TopicKeeps",
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queue.arn,
    Condition: { ArnEquals: { "aws:SourceArn": topic.arn } },
  };
  return $jsonStringify({ Version: "2012-10-17", Statement: [keep, denyWithoutTls("sqs:*", queue.arn)] });
}

/** Publishing is a matter of the account's roles; over TLS only. */
function topicPolicy(topic: aws.sns.Topic) {
  const { account } = place();
  const publish = {
    Sid: "AccountPublishes",
    Effect: "Allow",
    Principal: { AWS: account },
    Action: ["sns:Publish", "sns:Subscribe", "sns:GetTopicAttributes", "sns:SetTopicAttributes"],
    Resource: topic.arn,
  };
  const Statement = [publish, denyWithoutTls("sns:Publish", topic.arn)];
  return $jsonStringify({ Version: "2012-10-17", Statement });
}
